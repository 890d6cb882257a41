package pl.kurenda.ledger.read;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.decision.Decision;

/**
 * All that is known of a file.
 *
 * @param entry as the list has it
 * @param totals as its receipt has them, the reasons as they were when it had been loaded
 * @param states how many reminders stand in each state now, CLAIMED and SUBMITTING as QUEUED; no entry where there is none
 * @param releasable whether something is held for the file's own reasons, which a release would let go, or a full
 *     export is held whose release says that what it lacks is paid
 * @param decisions of persons about the file, the first first
 */
public record FileHistory(
        FileEntry entry,
        BatchTotals totals,
        Map<ReminderState, Long> states,
        boolean releasable,
        List<FileDecisionMade> decisions) {

    /**
     * A decision about the file.
     *
     * @param at when
     * @param who decided
     * @param decision RELEASE or WITHDRAW
     * @param why as it was said
     * @param reminders how many it changed
     */
    public record FileDecisionMade(Instant at, String who, Decision decision, String why, int reminders) {}
}
