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
 * @param due date of the debt, or null
 * @param state of the reminder
 * @param reason for the state, or null
 * @param stateAt when it entered the state
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

    /** Leaves out personal data. */
    @Override
    public String toString() {
        return "FoundReminder[id=" + id + ", state=" + state + "]";
    }
}
