/**
 * The connection to one SMSC as the dispatch sees it: submit, ready or not, and the breakers that stop a broken one.
 * The SMPP itself is in camel.smpp.
 */
package pl.kurenda.delivery.smsc;
