package pl.kurenda.ledger.read;

import java.time.Instant;
import java.time.LocalDate;
import pl.kurenda.ledger.core.ReminderState;

/**
 * A reminder in a list.
 *
 * @param id of the reminder
 * @param batchId id of its file
 * @param source it came from
 * @param file its name in {@code done}
 * @param line of the file on which the record starts, from 1
 * @param reference of the debt, or null
 * @param maskedPhone with only the last digits
 * @param grosze amount of the debt
 * @param due when the debt is or was due, or null
 * @param state in which it stands
 * @param reason why, or null
 * @param stateAt since when
 * @param sentAt when the SMSC accepted the last segment, or null
 */
public record FoundReminder(
        long id,
        long batchId,
        String source,
        String file,
        int line,
        String reference,
        String maskedPhone,
        long grosze,
        LocalDate due,
        ReminderState state,
        String reason,
        Instant stateAt,
        Instant sentAt) {

    /** Without the data of the person. */
    @Override
    public String toString() {
        return "FoundReminder[id=" + id + ", state=" + state + "]";
    }
}
