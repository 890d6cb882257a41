package pl.kurenda.ledger.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import pl.kurenda.ledger.core.ReminderState;

/**
 * Everything known about a reminder except the full number.
 *
 * @param reminder its entry in a list
 * @param name of the resident, or null
 * @param account to pay into, or null
 * @param sender of the SMS
 * @param text of the SMS; empty if it has been erased
 * @param segments of the text
 * @param cost PLN
 * @param parts segments that were submitted
 * @param changes of its state, oldest first
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

    /** Leaves out personal data. */
    @Override
    public String toString() {
        return "ReminderStory[" + reminder + "]";
    }

    /**
     * A segment.
     *
     * @param number from 1
     * @param state from the submit response, later from the receipt
     * @param smsc it went to
     * @param messageId as the SMSC gave it, or null
     * @param error of the SMSC or the network, or null
     * @param answeredAt when the SMSC responded, or when the wait for a response ended
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
     * @param why reason, or null
     */
    public record Change(Instant at, String who, ReminderState from, ReminderState to, String why) {}
}
