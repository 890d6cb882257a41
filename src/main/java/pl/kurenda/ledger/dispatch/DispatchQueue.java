package pl.kurenda.ledger.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** The queue as the dispatch sees it. Every step is a guarded change, committed when the method returns. */
public interface DispatchQueue {

    /**
     * Takes reminders that are due: QUEUED to CLAIMED. Oldest files first, but a large file does not keep the small
     * ones behind it waiting. Only batches of this SMSC's kind (demo or real) are looked at.
     *
     * @param limit at most so many
     * @param sourceOpen whether a source may send now
     */
    List<ClaimedReminder> claim(int limit, Predicate<String> sourceOpen);

    /**
     * CLAIMED to SUBMITTING, while this node's lease holds. Where a call ended in an exception, it may be repeated with
     * the same reminders, which must not have been submitted meanwhile.
     *
     * @return those that may be submitted now; the others are no longer this node's
     */
    List<ClaimedReminder> submitting(List<ClaimedReminder> claimed);

    /** CLAIMED back to QUEUED: nothing has been sent. */
    void giveBack(Collection<ClaimedReminder> claimed, Instant notBefore);

    /** Everything this node has CLAIMED goes back to QUEUED; for when it has lost track of what it claimed. */
    void giveBackAll();

    /** Records what became of reminders that were SUBMITTING. */
    void record(List<SubmitReport> reports);
}
