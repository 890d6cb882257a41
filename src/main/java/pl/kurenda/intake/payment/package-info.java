/** Lists of payments: columns, rows and the reply. The ledger books the payments. */
package pl.kurenda.intake.payment;
