/**
 * What every part of the ledger uses: states, history, counters, locks, the lease of a node, and access to the
 * database. It uses no other part.
 */
package pl.kurenda.ledger.core;
