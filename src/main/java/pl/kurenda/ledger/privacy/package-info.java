/**
 * Retention, and the data of one person: found, exported and erased. Masked numbers and money stay, so that reports do
 * not change.
 */
package pl.kurenda.ledger.privacy;
