/** What was paid after reminders, counted by month and kept. */
package pl.kurenda.report.effect;
