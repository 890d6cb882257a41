/** Pages about files: the list, a single file, its replies and decisions about it. */
package pl.kurenda.web.file;
