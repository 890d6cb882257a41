/** The only package that knows Apache Camel: header mapping, routes for each source, SMPP endpoint settings. Uses everything but web, ops, simulator and demo; nobody uses it. */
package pl.kurenda.camel;
