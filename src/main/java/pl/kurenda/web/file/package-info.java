/** Pages of files: the list, one file, its replies and decisions about it. */
package pl.kurenda.web.file;
