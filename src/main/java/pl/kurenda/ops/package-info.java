/**
 * Operation: security, health, metrics, and what Hawtio and Jolokia may do. Uses delivery, intake, ledger, report and
 * recipient.
 */
package pl.kurenda.ops;
