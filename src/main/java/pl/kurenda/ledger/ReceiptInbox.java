package pl.kurenda.ledger;

/** Where receipts wait for their segment. */
public interface ReceiptInbox {

    /** The entity that the {@code jpa:} component is to persist before the receipt is acknowledged. */
    Object entry(ReceiptNote note);
}
