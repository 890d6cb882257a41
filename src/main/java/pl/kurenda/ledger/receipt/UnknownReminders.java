package pl.kurenda.ledger.receipt;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.ledger.inbox.DeliveryReceipt;

/**
 * Matches receipts to reminders of unknown outcome. Such a receipt proves that a message was sent although its message
 * id was never received.
 */
@Component
public class UnknownReminders {
    /** A reminder that became unknown longer ago than this is not matched. */
    private static final Duration WITHIN = Duration.ofHours(72);

    private final LedgerJdbc ledgerJdbc;

    public UnknownReminders(LedgerJdbc ledgerJdbc) {
        this.ledgerJdbc = ledgerJdbc;
    }

    /**
     * Finds the segment of unknown outcome with the destination and user_message_reference of the receipt. The reminder
     * is UNKNOWN, or queued again since, or was accepted without an id. Empty unless exactly one segment fits.
     */
    Optional<SegmentRef> segmentOf(DeliveryReceipt receipt) {
        if (receipt.userMessageReference() == null) {
            return Optional.empty();
        }
        List<SegmentRef> fitting = new ArrayList<>();
        LocalDateTime since = Utc.of(receipt.receivedAt().minus(WITHIN));
        ledgerJdbc.sql().query("""
                        select id, segments, state from reminder
                        where msisdn = :msisdn and state_at >= :since and (state in ('UNKNOWN', 'ENROUTE')
                          or state in ('QUEUED', 'CLAIMED') and attempts > 0)""", Map.of("msisdn", receipt.msisdn(), "since", since), rs -> {
            for (int number = 1; number <= rs.getInt(2); number++) {
                if (MessageReference.of(rs.getLong(1), number) == receipt.userMessageReference()
                        && open(rs.getLong(1), number, ReminderState.valueOf(rs.getString(3)), receipt.smsc())) {
                    fitting.add(new SegmentRef(rs.getLong(1), number, MessageKey.of(receipt.messageId())));
                }
            }
        });
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /**
     * Returns whether the outcome of the segment is unknown. It is known if the segment was refused, has an id, or went
     * to another SMSC.
     */
    private boolean open(long reminderId, int number, ReminderState reminder, String smsc) {
        List<String> known =
                ledgerJdbc.sql().queryForList("""
                        select case when smsc <> :smsc then 'ELSEWHERE' when message_key is null then state else 'KNOWN' end
                        from segment where reminder_id = :id and number = :n""", Map.of("id", reminderId, "n", number, "smsc", smsc), String.class);
        if (known.contains("ELSEWHERE")) {
            return false;
        }
        return switch (reminder) {
            case UNKNOWN -> true;
            case ENROUTE -> known.contains(ReminderState.ENROUTE.name());
            default -> known.isEmpty() || known.contains(ReminderState.UNKNOWN.name());
        };
    }
}
