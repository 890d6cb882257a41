/**
 * What the reports keep of themselves: the days made, the chain over their files, and what was uploaded. The tables of
 * the reports are in report.
 */
package pl.kurenda.ledger.report;
