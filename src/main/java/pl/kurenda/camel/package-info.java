/**
 * The only package that knows Apache Camel: it makes routes from templates and reports on them. Its parts hold the
 * endpoints.
 */
package pl.kurenda.camel;
