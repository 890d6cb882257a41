package pl.kurenda.simulator;

/** How the simulator writes a message id in submit_sm_resp and in the receipt. Operators differ in this. */
public enum IdNotation {
    /** Decimal in both. */
    SAME,
    /** Hexadecimal in submit_sm_resp, decimal in the receipt. */
    HEX_IN_RESPONSE,
    /** Decimal in submit_sm_resp, hexadecimal in the receipt. */
    HEX_IN_RECEIPT;

    String inResponse(long id) {
        return this == HEX_IN_RESPONSE ? Long.toHexString(id) : Long.toString(id);
    }

    String inReceipt(long id) {
        return this == HEX_IN_RECEIPT ? Long.toHexString(id) : Long.toString(id);
    }
}
