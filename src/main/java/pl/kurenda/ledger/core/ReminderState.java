package pl.kurenda.ledger.core;

/** The states of a reminder, and of a segment where they apply to one. */
public enum ReminderState {
    /** Waits for a person. */
    HELD(false),
    /** Durable, may be sent. */
    QUEUED(false),
    /** Taken by a node under a lease, nothing sent. */
    CLAIMED(false),
    /** Committed before any octet goes out. */
    SUBMITTING(false),
    /** The SMSC accepted every segment. */
    ENROUTE(false),
    /** Nobody knows whether it went out. */
    UNKNOWN(false),
    /** Not sent on purpose. */
    SUPPRESSED(true),
    /** Taken back before sending. */
    WITHDRAWN(true),
    /** Given up after UNKNOWN. */
    ABANDONED(true),
    /** Arrived (SMPP v3.4 §5.2.28). */
    DELIVERED(true),
    /** Could not be delivered (SMPP v3.4 §5.2.28). */
    UNDELIVERABLE(true),
    /** Its time ran out at the SMSC, or here before sending. */
    EXPIRED(true),
    /** Deleted at the SMSC (SMPP v3.4 §5.2.28). */
    DELETED(true),
    /** Refused for good by submit_sm_resp, or reported rejected by the SMSC. */
    REJECTED(true),
    /** No receipt within the receipt window; a receipt after all is booked as a correction. */
    NO_RECEIPT(true);

    private final boolean last;

    ReminderState(boolean last) {
        this.last = last;
    }

    /** Whether the reminder is done with; only a correction can change it. */
    public boolean isFinal() {
        return last;
    }
}
