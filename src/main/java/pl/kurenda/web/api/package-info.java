/** The REST API for vendors. A request sees only the data that its token covers. */
package pl.kurenda.web.api;
