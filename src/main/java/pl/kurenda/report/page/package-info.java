/** Figures for pages and metrics, from the ledger counters. No query here reads all reminders. */
package pl.kurenda.report.page;
