/** Numbers that get no reminders, and residents' requests for that. An opt-out also suppresses waiting reminders. */
package pl.kurenda.ledger.optout;
