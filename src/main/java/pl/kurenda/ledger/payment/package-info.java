/** What was paid, from lists of payments and from full exports, and what that changes in reminders that still wait. */
package pl.kurenda.ledger.payment;
