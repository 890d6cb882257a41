/** A file in the ledger: loading, duplicate debts, full exports, budget and canary. Entities stay inside. */
package pl.kurenda.ledger.batch;
