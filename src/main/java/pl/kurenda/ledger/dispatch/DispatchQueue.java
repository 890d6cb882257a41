package pl.kurenda.ledger.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** The queue as dispatch uses it. Every step is a guarded change, committed when the method returns. */
public interface DispatchQueue {

    /**
     * Claims reminders that are due: QUEUED to CLAIMED. Oldest files come first, but a large file does not keep small
     * files behind it waiting. Only batches of this SMSC's kind (demo or real) are considered.
     *
     * @param limit maximum number of reminders
     * @param sourceOpen whether a source may send now
     */
    List<ClaimedReminder> claim(int limit, Predicate<String> sourceOpen);

    /**
     * Moves reminders from CLAIMED to SUBMITTING while this node's lease holds. After an exception, the call may be
     * repeated with the same reminders if they have not been submitted meanwhile.
     *
     * @return reminders that may be submitted now; the others no longer belong to this node
     */
    List<ClaimedReminder> submitting(List<ClaimedReminder> claimed);

    /** Returns reminders from CLAIMED to QUEUED; nothing has been sent. */
    void giveBack(Collection<ClaimedReminder> claimed, Instant notBefore);

    /** Returns everything this node has CLAIMED to QUEUED, for when the node has lost track of its claims. */
    void giveBackAll();

    /** Records the results of reminders that were SUBMITTING. */
    void record(List<SubmitReport> reports);
}
