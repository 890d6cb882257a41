/**
 * Numbers that get no reminders, and the requests of residents that put them there. An opt-out also takes back what
 * still waits.
 */
package pl.kurenda.ledger.optout;
