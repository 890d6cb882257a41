/** Payment lists: columns, rows and the reply files. The ledger books the payments. */
package pl.kurenda.intake.payment;
