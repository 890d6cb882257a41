package pl.kurenda.ledger;

/** How a receipt ended that settled nothing. */
public enum ReceiptEnd {
    /** Nobody's until the end of the receipt window. */
    UNMATCHED,
    /** Its state cannot be read. */
    UNREADABLE,
    /** Of a message that is still on its way. */
    INTERMEDIATE,
    /** Of a segment that had its receipt before. */
    REPEATED
}
