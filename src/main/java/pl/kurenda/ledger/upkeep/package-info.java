/** Periodic work on the ledger: claims of dead nodes, reminders past their time, receipts that never came. */
package pl.kurenda.ledger.upkeep;
