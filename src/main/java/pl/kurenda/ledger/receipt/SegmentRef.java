package pl.kurenda.ledger.receipt;

/**
 * A segment that a receipt may belong to.
 *
 * @param reminderId id of the reminder
 * @param number of the segment, from 1
 * @param messageKey key of the id in the submit_sm_resp, as from {@link MessageKey}
 * @param ended whether it already has a receipt
 */
public record SegmentRef(long reminderId, int number, String messageKey, boolean ended) {

    /** Creates a segment that waits for its receipt. */
    public SegmentRef(long reminderId, int number, String messageKey) {
        this(reminderId, number, messageKey, false);
    }
}
