package pl.kurenda.ledger.decision;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import pl.kurenda.ledger.core.ReminderState;

/**
 * Lists reminders that wait for a decision and carries out decisions about them. Needs no lease: every change checks
 * the state, so it may run beside the daemons.
 */
public interface Decisions {
    /**
     * Passes on the reminders in the state, ordered by id. Leaves out files that are still being loaded and reminders
     * that are held because of their file, see {@link FileDecisions}.
     */
    void each(ReminderState state, Consumer<WaitingReminder> consumer);

    /**
     * Changes the reminders in blocks and keeps who and why in their history. After an exception it may be repeated:
     * reminders that are already changed are left alone.
     *
     * @param who 1 to {@value Actor#LONGEST_WHO} characters
     * @param why 1 to {@value Actor#LONGEST_WHY} characters
     * @throws IllegalArgumentException if who or why is blank or too long
     */
    DecisionResult decide(Decision decision, Collection<Long> ids, String who, String why);

    /**
     * Sends reminders again that have been UNKNOWN for this long, by policy, at most once each. A reminder that becomes
     * UNKNOWN again waits for a person.
     *
     * @return number of reminders queued
     */
    int resendUnknown(Duration unknownFor);
}
