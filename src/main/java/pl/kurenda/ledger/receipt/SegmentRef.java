package pl.kurenda.ledger.receipt;

/**
 * A segment that a receipt may mean.
 *
 * @param reminderId id of the reminder
 * @param number of the segment, from 1
 * @param messageKey the id that the submit_sm_resp had, as by {@link MessageKey}
 * @param ended whether it has had a receipt
 */
public record SegmentRef(long reminderId, int number, String messageKey, boolean ended) {

    /** One that waits for its receipt. */
    public SegmentRef(long reminderId, int number, String messageKey) {
        this(reminderId, number, messageKey, false);
    }
}
