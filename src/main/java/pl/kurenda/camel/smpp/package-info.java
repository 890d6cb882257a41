/**
 * The SMPP component with our own binds: sessions, submits, deliveries and TLS. Bytes and PDUs stay inside this
 * package.
 */
package pl.kurenda.camel.smpp;
