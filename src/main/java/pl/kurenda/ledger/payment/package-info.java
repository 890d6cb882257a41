/** Payments from payment lists and full exports, and their effect on waiting reminders. */
package pl.kurenda.ledger.payment;
