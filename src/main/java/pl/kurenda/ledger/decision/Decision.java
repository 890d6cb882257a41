package pl.kurenda.ledger.decision;

import java.util.List;
import pl.kurenda.ledger.core.ReminderState;

/** What a person may decide about a reminder that waits for a decision. */
public enum Decision {
    /**
     * Send a reminder of unknown outcome again, unless a waiting receipt may belong to it. Segments that the SMSC has
     * accepted are not sent again.
     */
    RESEND(ReminderState.QUEUED, ReminderState.UNKNOWN),
    /** Send again even if a waiting receipt for the same phone may belong to the reminder. */
    RESEND_ANYWAY(ReminderState.QUEUED, ReminderState.UNKNOWN),
    /** Stop: a reminder of unknown outcome is never sent again. */
    GIVE_UP(ReminderState.ABANDONED, ReminderState.UNKNOWN),
    /** Release a held reminder. */
    RELEASE(ReminderState.QUEUED, ReminderState.HELD),
    /**
     * Withdraw a reminder that has not been sent. This includes CLAIMED: the submit checks the state and then finds
     * nothing to send.
     */
    WITHDRAW(ReminderState.WITHDRAWN, ReminderState.HELD, ReminderState.QUEUED, ReminderState.CLAIMED);

    private final ReminderState to;
    private final List<ReminderState> from;

    Decision(ReminderState to, ReminderState... from) {
        this.to = to;
        this.from = List.of(from);
    }

    /** Returns the state that the reminder changes to. */
    public ReminderState to() {
        return to;
    }

    /** Returns the states in which this decision is allowed. */
    public List<ReminderState> from() {
        return from;
    }

    boolean sends() {
        return to == ReminderState.QUEUED;
    }
}
