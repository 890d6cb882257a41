/**
 * Vendors of domain systems: tokens, submissions, the feed of outcomes and webhooks. One vendor never sees what
 * another one sent.
 */
package pl.kurenda.ledger.vendor;
