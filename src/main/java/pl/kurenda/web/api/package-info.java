/** The REST API for vendors. A request sees only what belongs to its token. */
package pl.kurenda.web.api;
