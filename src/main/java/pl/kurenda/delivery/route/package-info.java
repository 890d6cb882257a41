/**
 * What routes have done, for health and metrics. It is an interface of plain figures, so that nobody but camel
 * knows Camel.
 */
package pl.kurenda.delivery.route;
