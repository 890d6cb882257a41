/** Periodic work on the ledger: claims of dead nodes, reminders past their time, missing receipts. */
package pl.kurenda.ledger.upkeep;
