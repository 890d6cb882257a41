/** The tables of the daily report, each a query over the ledger. */
package pl.kurenda.report.table;
