package pl.kurenda.web.support;

import pl.kurenda.ledger.core.ReminderState;

/** How far a reminder got, in words short enough for a table. Each state belongs to one stage. */
public enum Stage {
    /** Waits for a person. */
    HELD,
    /** Waits to be sent, or is being sent now. */
    QUEUED,
    /** Accepted by the SMSC, or ended without a receipt. */
    SENT,
    /** Delivered. */
    DELIVERED,
    /** Not delivered, and never will be. */
    FAILED,
    /** It is not known whether it was sent. */
    UNKNOWN,
    /** Not sent on purpose. */
    NOT_SENT;

    /** Returns the stage of a state. */
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
