/**
 * Retention, and export and erasure of the data of one person. Masked numbers and amounts stay, so that reports do not
 * change.
 */
package pl.kurenda.ledger.privacy;
