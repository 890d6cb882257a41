package pl.kurenda.ledger.receipt;

/**
 * Calculates the user_message_reference (TLV 0x0204, SMPP v3.4 §5.3.2.17) of a segment. It is derived from the reminder
 * and the segment number, so it need not be stored before the submit. It repeats after about 10,000 reminders. It
 * therefore identifies a segment only together with SMSC, destination and time.
 */
public final class MessageReference {
    private static final int MOST_SEGMENTS = 6;

    private MessageReference() {}

    /**
     * Returns the reference of a segment.
     *
     * @param reminderId id of the reminder
     * @param segment number, 1 to 6
     * @return 0 to 65535
     */
    public static int of(long reminderId, int segment) {
        return (int) ((reminderId * MOST_SEGMENTS + segment) & 0xffff);
    }

    /**
     * Returns the 8-bit reference that all segments of a text share in their user data header (3GPP TS 23.040
     * §9.2.3.24.1).
     */
    public static int concatenation(long reminderId) {
        return (int) (reminderId & 0xff);
    }
}
