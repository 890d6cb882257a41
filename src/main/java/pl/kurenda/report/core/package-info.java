/** What every part of the reports uses: a day, a table, a row sink and the settings. It uses no other part. */
package pl.kurenda.report.core;
