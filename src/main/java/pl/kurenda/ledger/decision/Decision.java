package pl.kurenda.ledger.decision;

import java.util.List;
import pl.kurenda.ledger.core.ReminderState;

/** What a person may decide about a reminder that does not go on by itself. */
public enum Decision {
    /**
     * Send again what is of unknown fate, unless a receipt waits that may be its own; segments that the SMSC has accepted are not
     * sent again.
     */
    RESEND(ReminderState.QUEUED, ReminderState.UNKNOWN),
    /** The same, even where a receipt waits for the number of the telephone that names no reminder. */
    RESEND_ANYWAY(ReminderState.QUEUED, ReminderState.UNKNOWN),
    /** Leave what is of unknown fate as it is, for good. */
    GIVE_UP(ReminderState.ABANDONED, ReminderState.UNKNOWN),
    /** Let go what was held. */
    RELEASE(ReminderState.QUEUED, ReminderState.HELD),
    /** Take back what has not been sent; what is CLAIMED neither has: its submit is guarded, and finds nothing then. */
    WITHDRAW(ReminderState.WITHDRAWN, ReminderState.HELD, ReminderState.QUEUED, ReminderState.CLAIMED);

    private final ReminderState to;
    private final List<ReminderState> from;

    Decision(ReminderState to, ReminderState... from) {
        this.to = to;
        this.from = List.of(from);
    }

    /** Where the reminder goes. */
    public ReminderState to() {
        return to;
    }

    /** The states in which this can be decided. */
    public List<ReminderState> from() {
        return from;
    }

    boolean sends() {
        return to == ReminderState.QUEUED;
    }
}
