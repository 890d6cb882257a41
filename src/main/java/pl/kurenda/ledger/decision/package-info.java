/**
 * Decisions of a person: release, withdraw, resend, abandon. Each decision is checked under lock and kept with who,
 * when and why.
 */
package pl.kurenda.ledger.decision;
