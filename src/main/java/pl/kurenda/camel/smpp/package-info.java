/** The SMPP component over binds of our own: sessions, submits, deliveries and TLS. Bytes and PDUs stay inside. */
package pl.kurenda.camel.smpp;
