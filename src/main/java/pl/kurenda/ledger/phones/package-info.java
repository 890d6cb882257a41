/** Phone numbers by reference, for exports without a phone column. The phones command fills them. */
package pl.kurenda.ledger.phones;
