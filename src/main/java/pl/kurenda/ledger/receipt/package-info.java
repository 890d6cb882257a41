/** Delivery receipts find their segments and settle them. Receipts that do not come are closed or asked for. */
package pl.kurenda.ledger.receipt;
