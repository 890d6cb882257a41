package pl.kurenda.ledger.inbox;

import java.time.Instant;

/**
 * A delivery receipt, as far as it could be read.
 *
 * @param smsc name of the SMSC it came from
 * @param messageId as written, or null
 * @param msisdn source address of the deliver_sm, which is the phone that was reminded; digits
 * @param stat message state as named in SMPP v3.4 §5.2.28 ({@code DELIVERED} …), or null if it could not be read
 * @param errorCode as the network gave it, or null
 * @param userMessageReference TLV 0x0204, 0 to 65535, or null
 * @param receivedAt when it arrived
 */
public record DeliveryReceipt(
        String smsc,
        String messageId,
        String msisdn,
        String stat,
        String errorCode,
        Integer userMessageReference,
        Instant receivedAt)
        implements InboundMessage {

    /** Leaves out the phone number. */
    @Override
    public String toString() {
        return "ReceiptNote[messageId=" + messageId + ", stat=" + stat + "]";
    }
}
