/**
 * The only package that depends on Apache Camel: it makes routes from templates and reports on them. The sub-packages
 * hold the endpoints.
 */
package pl.kurenda.camel;
