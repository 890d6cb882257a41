/** The file component: which files a route sees, and where they go afterwards. */
package pl.kurenda.camel.file;
