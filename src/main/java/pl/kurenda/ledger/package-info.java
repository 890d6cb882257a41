/** The books: batches, reminders, their states and history, the claim and the receipt inbox. The only writer of its tables; entities stay inside. Uses recipient and money. */
package pl.kurenda.ledger;
