/** Makes the daily report, by day and once over all nodes. The parts hold its tables, formats and pages. */
package pl.kurenda.report;
