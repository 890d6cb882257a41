/** What was paid after reminders, computed by month and stored. */
package pl.kurenda.report.effect;
