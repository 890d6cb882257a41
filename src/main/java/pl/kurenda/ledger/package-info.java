/**
 * The configuration of the ledger. The ledger holds batches, reminders, their states and history, and is the only
 * writer of its tables.
 */
package pl.kurenda.ledger;
