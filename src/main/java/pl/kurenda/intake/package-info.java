/** From an exported file to reminders: sources, format detection, rows, verdicts and answers. Uses recipient, money, message and ledger. */
package pl.kurenda.intake;
