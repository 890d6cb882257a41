/** What finance and clerks read: queries, daily files and billing. Uses ledger, recipient and money. */
package pl.kurenda.report;
