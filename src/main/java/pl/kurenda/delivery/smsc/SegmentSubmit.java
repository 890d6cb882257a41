package pl.kurenda.delivery.smsc;

import java.time.Duration;

/**
 * A submit_sm to send.
 *
 * @param sender source address: a name (TON 5) or a number
 * @param destination digits, international, without {@code +} (TON 1, NPI 1)
 * @param shortMessage octets of short_message, including the user data header
 * @param userDataHeader whether it begins with a user data header (esm_class 0x40)
 * @param dataCoding SMPP v3.4 §5.2.19
 * @param userMessageReference TLV 0x0204, 0 to 65535
 * @param validity how long the SMSC tries to deliver
 */
public record SegmentSubmit(
        String sender,
        String destination,
        byte[] shortMessage,
        boolean userDataHeader,
        int dataCoding,
        int userMessageReference,
        Duration validity) {

    /** Leaves out number and text. */
    @Override
    public String toString() {
        return "SegmentSubmit[userMessageReference=" + userMessageReference + "]";
    }
}
