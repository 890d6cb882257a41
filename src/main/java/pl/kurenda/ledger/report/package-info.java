/**
 * What the reports record about themselves: days made, the chain over their files, and uploads. The tables of the
 * reports are in report.
 */
package pl.kurenda.ledger.report;
