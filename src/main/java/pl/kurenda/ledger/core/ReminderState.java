package pl.kurenda.ledger.core;

/** The states of a reminder, and of a segment where they apply to one. */
public enum ReminderState {
    /** Waits for a person. */
    HELD(false),
    /** Stored durably, may be sent. */
    QUEUED(false),
    /** Claimed by a node under a lease; nothing sent. */
    CLAIMED(false),
    /** Committed before any byte is sent. */
    SUBMITTING(false),
    /** The SMSC accepted every segment. */
    ENROUTE(false),
    /** It is not known whether it was sent. */
    UNKNOWN(false),
    /** Deliberately not sent. */
    SUPPRESSED(true),
    /** Cancelled before sending. */
    WITHDRAWN(true),
    /** Given up after UNKNOWN. */
    ABANDONED(true),
    /** Arrived (SMPP v3.4 §5.2.28). */
    DELIVERED(true),
    /** Could not be delivered (SMPP v3.4 §5.2.28). */
    UNDELIVERABLE(true),
    /** Its validity ended at the SMSC, or here before sending. */
    EXPIRED(true),
    /** Deleted at the SMSC (SMPP v3.4 §5.2.28). */
    DELETED(true),
    /** Refused for good by submit_sm_resp, or reported rejected by the SMSC. */
    REJECTED(true),
    /** No receipt came within the receipt window. A later receipt is booked as a correction. */
    NO_RECEIPT(true);

    private final boolean last;

    ReminderState(boolean last) {
        this.last = last;
    }

    /** Whether the reminder is finished; only a correction can change it. */
    public boolean isFinal() {
        return last;
    }
}
