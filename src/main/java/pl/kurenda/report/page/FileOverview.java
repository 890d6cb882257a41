package pl.kurenda.report.page;

import java.time.Instant;
import java.util.Map;
import pl.kurenda.ledger.core.ReminderState;

/**
 * One exported file and where its rows stand now.
 *
 * @param batchId id of the batch
 * @param source it came from
 * @param file its name in {@code done} and {@code out}
 * @param receivedAt when it was taken up first
 * @param state of the batch: LOADING, LOADED or HELD
 * @param demo whether only the built-in simulator may get it
 * @param rows read so far: rejected + reminders
 * @param rejected rows so far
 * @param states how many reminders in each state, in the order of the states; no entry where there is none
 */
public record FileOverview(
        long batchId,
        String source,
        String file,
        Instant receivedAt,
        String state,
        boolean demo,
        long rows,
        long rejected,
        Map<ReminderState, Long> states) {

    /** How many reminders stand in the state. */
    public long count(ReminderState wanted) {
        return states.getOrDefault(wanted, 0L);
    }
}
