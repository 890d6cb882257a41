/** Makes the daily report, once per day across all nodes. Its parts hold the tables, formats and pages. */
package pl.kurenda.report;
