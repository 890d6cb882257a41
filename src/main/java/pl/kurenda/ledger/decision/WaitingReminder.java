package pl.kurenda.ledger.decision;

import java.time.Instant;

/**
 * A reminder that waits for a person.
 *
 * @param id of the reminder
 * @param source it came from
 * @param file its name in {@code done}
 * @param line of the file on which the record starts, from 1
 * @param reference of the debt, or null
 * @param maskedPhone with only the last digits
 * @param grosze amount of the debt
 * @param since when it entered its state
 * @param reason for the state, or null
 */
public record WaitingReminder(
        long id,
        String source,
        String file,
        int line,
        String reference,
        String maskedPhone,
        long grosze,
        Instant since,
        String reason) {

    /** Leaves out personal data. */
    @Override
    public String toString() {
        return "Waiting[id=" + id + "]";
    }
}
