package pl.kurenda.ledger.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import pl.kurenda.ledger.core.ReminderState;

/**
 * All that is known of a reminder but for the full number.
 *
 * @param reminder as a list has it
 * @param name of the resident, or null
 * @param account to pay into, or null
 * @param sender of the SMS
 * @param text of the SMS; empty where it has been erased
 * @param segments of the text
 * @param cost PLN
 * @param parts what became of each segment that was submitted
 * @param changes of its state, the first first
 */
public record ReminderHistory(
        FoundReminder reminder,
        String name,
        String account,
        String sender,
        String text,
        int segments,
        BigDecimal cost,
        List<Part> parts,
        List<Change> changes) {

    /** Without the data of the person. */
    @Override
    public String toString() {
        return "ReminderStory[" + reminder + "]";
    }

    /**
     * A segment.
     *
     * @param number from 1
     * @param state by the answer of the SMSC, then by the receipt
     * @param smsc it went to
     * @param messageId as the SMSC gave it, or null
     * @param error of the SMSC or the network, or null
     * @param answeredAt when the SMSC answered, or did not
     * @param finalAt when the receipt came, or null
     */
    public record Part(
            int number,
            ReminderState state,
            String smsc,
            String messageId,
            String error,
            Instant answeredAt,
            Instant finalAt) {}

    /**
     * A change of the state.
     *
     * @param at when
     * @param who made it: a node, a person, {@code receipt} or {@code policy}
     * @param from the state before
     * @param to the state after
     * @param why or null
     */
    public record Change(Instant at, String who, ReminderState from, ReminderState to, String why) {}
}
