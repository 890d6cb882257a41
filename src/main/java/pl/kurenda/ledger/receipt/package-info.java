/**
 * Matches delivery receipts to their segments and settles them. Queries or closes segments whose receipt does not come.
 */
package pl.kurenda.ledger.receipt;
