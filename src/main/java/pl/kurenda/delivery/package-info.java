/** From a queued reminder to its outcome: submits, the SMPP status policy, receipt matching, rate and send window. Uses ledger, message and recipient. */
package pl.kurenda.delivery;
