package pl.kurenda.ledger.read;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.decision.Decision;

/**
 * Everything known about a file.
 *
 * @param entry its entry in the list of files
 * @param totals figures of its receipt, with the reasons at the end of loading
 * @param states number of reminders now in each state, with CLAIMED and SUBMITTING as QUEUED; states without reminders
 *     are left out
 * @param releasable whether a release would change something: reminders are held for the file's own reasons, or the
 *     file is a held full export whose release confirms that missing debts are paid
 * @param decisions of persons about the file, oldest first
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
     * @param why reason that was given
     * @param reminders how many it changed
     */
    public record FileDecisionMade(Instant at, String who, Decision decision, String why, int reminders) {}
}
