/**
 * The connection to one SMSC as the dispatch sees it: submit, readiness, and the breakers that stop a broken
 * connection. SMPP itself is in camel.smpp.
 */
package pl.kurenda.delivery.smsc;
