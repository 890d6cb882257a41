/** Reads delivery receipts (SMPP v3.4 appendix B) and matches their message ids in any notation that the SMSC uses. */
package pl.kurenda.delivery.receipt;
