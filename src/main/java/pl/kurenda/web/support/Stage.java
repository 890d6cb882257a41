package pl.kurenda.web.support;

import pl.kurenda.ledger.core.ReminderState;

/** How far a reminder got, in as few words as fit a table: each state belongs to one stage. */
public enum Stage {
    /** Waits for a person. */
    HELD,
    /** Waits to be sent, or is on its way out now. */
    QUEUED,
    /** With the SMSC, or without a receipt for good. */
    SENT,
    /** Arrived. */
    DELIVERED,
    /** Did not arrive and will not. */
    FAILED,
    /** Nobody knows whether it went out. */
    UNKNOWN,
    /** Not sent on purpose. */
    NOT_SENT;

    /** The stage of a state. */
    public static Stage of(ReminderState state) {
        return switch (state) {
            case HELD -> HELD;
            case QUEUED, CLAIMED, SUBMITTING -> QUEUED;
            case ENROUTE, NO_RECEIPT -> SENT;
            case DELIVERED -> DELIVERED;
            case UNDELIVERABLE, EXPIRED, DELETED, REJECTED -> FAILED;
            case UNKNOWN -> UNKNOWN;
            case SUPPRESSED, WITHDRAWN, ABANDONED -> NOT_SENT;
        };
    }
}
