package pl.kurenda.report.page;

import java.time.Instant;
import java.util.Map;
import pl.kurenda.ledger.core.ReminderState;

/**
 * One exported file and the current states of its rows.
 *
 * @param batchId id of the batch
 * @param source source of the file
 * @param file its name in {@code done} and {@code out}
 * @param receivedAt when it was first picked up
 * @param state state of the batch: LOADING, LOADED or HELD
 * @param demo whether only the built-in simulator may receive it
 * @param rows rows read so far: rejected + reminders
 * @param rejected rejected rows so far
 * @param states reminders in each state, in the order of the states; states without reminders have no entry
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

    /** The number of reminders in the state. */
    public long count(ReminderState wanted) {
        return states.getOrDefault(wanted, 0L);
    }
}
