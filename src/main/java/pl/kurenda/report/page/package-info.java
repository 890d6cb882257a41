/** Figures for pages and metrics, by the counters of the ledger. No query here reads all reminders. */
package pl.kurenda.report.page;
