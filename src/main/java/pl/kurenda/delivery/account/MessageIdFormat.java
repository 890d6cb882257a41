package pl.kurenda.delivery.account;

/** How the SMSC writes one message id in its two PDUs, submit_sm_resp and deliver_sm. */
public enum MessageIdFormat {
    /** Not known: both readings are tried. If they contradict each other, nothing is settled. */
    AUTO,
    /** The same text in both. */
    SAME,
    /** Hexadecimal in submit_sm_resp, decimal in the receipt. */
    HEX_IN_RESPONSE,
    /** Decimal in submit_sm_resp, hexadecimal in the receipt. */
    HEX_IN_RECEIPT
}
