package pl.kurenda.ledger.vendor;

import java.math.BigDecimal;
import java.time.Instant;
import pl.kurenda.ledger.core.ReminderState;

/**
 * The end of a reminder, as reported to the vendor that sent it in.
 *
 * @param position in the feed
 * @param outcomeId id that stays the same if the outcome is delivered again
 * @param reminderId id of the reminder
 * @param submission through which it came, or null
 * @param source name in the ledger
 * @param file its name
 * @param line of the file, from 1
 * @param reference of the debt, or null
 * @param grosze of the debt
 * @param state it ended in
 * @param reason for the state, or null
 * @param segments accepted by the SMSC
 * @param cost of these, PLN
 * @param sentAt when the SMSC accepted the last one, or null
 * @param finalAt when it ended
 * @param correction whether it replaces an earlier outcome
 */
public record OutcomeEvent(
        long position,
        long outcomeId,
        long reminderId,
        String submission,
        String source,
        String file,
        int line,
        String reference,
        long grosze,
        ReminderState state,
        String reason,
        int segments,
        BigDecimal cost,
        Instant sentAt,
        Instant finalAt,
        boolean correction) {}
