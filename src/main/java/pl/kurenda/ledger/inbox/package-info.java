/** What the SMSC delivers, committed before it is acknowledged, and the opt-out requests in it. Entities stay inside. */
package pl.kurenda.ledger.inbox;
