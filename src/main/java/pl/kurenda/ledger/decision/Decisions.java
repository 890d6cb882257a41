package pl.kurenda.ledger.decision;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import pl.kurenda.ledger.core.ReminderState;

/**
 * Reminders that do not go on by themselves, and what is decided about them. Needs no lease: it may be used beside
 * running daemons, since every change is guarded by the state.
 */
public interface Decisions {
    /**
     * Hands over the reminders in the state, by id. Files that are still being loaded are left out, and so is what is
     * held because of its file: see {@link FileDecisions}.
     */
    void each(ReminderState state, Consumer<WaitingReminder> consumer);

    /**
     * Changes the reminders, block by block, and keeps who did it and why in their history. Should it end in an
     * exception, it may be repeated: what has been changed already is left alone.
     *
     * @param who 1 to {@value Actor#LONGEST_WHO} characters
     * @param why 1 to {@value Actor#LONGEST_WHY} characters
     * @throws IllegalArgumentException if who or why is blank or too long
     */
    DecisionResult decide(Decision decision, Collection<Long> ids, String who, String why);

    /**
     * The policy: sends again what has been UNKNOWN for so long, each reminder once at most. One that becomes UNKNOWN
     * after that waits for a person.
     *
     * @return how many were queued
     */
    int resendUnknown(Duration unknownFor);
}
