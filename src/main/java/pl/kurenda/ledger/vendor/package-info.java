/**
 * Vendors of domain systems: tokens, submissions, the feed of outcomes and webhooks. A vendor never sees what another
 * vendor sent.
 */
package pl.kurenda.ledger.vendor;
