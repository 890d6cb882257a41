/** Metrics of the ledger for Prometheus. No metric holds personal data. */
package pl.kurenda.ops.metrics;
