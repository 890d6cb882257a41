/**
 * Messages from the SMSC, committed before they are acknowledged, and the opt-out requests among them. Entities stay in
 * the package.
 */
package pl.kurenda.ledger.inbox;
