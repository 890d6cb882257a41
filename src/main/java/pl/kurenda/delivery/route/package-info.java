/**
 * What routes have done, for health and metrics. The interface holds plain figures, so that only the camel package
 * depends on Camel.
 */
package pl.kurenda.delivery.route;
