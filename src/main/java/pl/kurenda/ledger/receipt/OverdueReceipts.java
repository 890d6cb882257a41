package pl.kurenda.ledger.receipt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.BulkTransition;
import pl.kurenda.ledger.core.BulkTransition.Move;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.SandboxSource;
import pl.kurenda.ledger.core.Utc;

/**
 * Closes reminders whose receipt never came. Checks a file only when its oldest open reminder may be overdue. An index
 * over all reminders that wait for a receipt would cost two writes for every reminder.
 */
@Component
public class OverdueReceipts {
    private static final String WITHOUT_RECEIPT = "batch_id = :batch and state = :from and state_at < :limit";
    /** Largest number of checks of a file within one window, however its overdue reminders are spread. */
    private static final int LOOKS = 1000;

    /** In a sandbox the window is short, so that testers do not wait for days. */
    private static final Duration SANDBOX = Duration.ofMinutes(2);

    private static final Duration LEAST_PAUSE = Duration.ofSeconds(5);

    private final LedgerJdbc ledgerJdbc;
    private final BulkTransition bulkTransition;
    private final Clock clock;

    public OverdueReceipts(LedgerJdbc ledgerJdbc, BulkTransition bulkTransition, Clock clock) {
        this.ledgerJdbc = ledgerJdbc;
        this.bulkTransition = bulkTransition;
        this.clock = clock;
    }

    public void close(Duration window) {
        close(window, "");
        close(SANDBOX, "and source like '%" + SandboxSource.ENDING + "'");
    }

    private void close(Duration window, String which) {
        Instant now = clock.instant();
        List<Long> due = ledgerJdbc
                .sql()
                .queryForList("""
                        select id from batch
                        where (receipts_due is null or receipts_due <= :now) and loaded_at < :limit
                        """ + which, Map.of("now", Utc.of(now), "limit", Utc.of(now.minus(window))), Long.class);
        for (long batch : due) {
            bulkTransition.make(new Move(
                    WITHOUT_RECEIPT,
                    ReminderState.ENROUTE,
                    ReminderState.NO_RECEIPT,
                    null,
                    window,
                    Map.of("batch", batch)));
            next(batch, now, window);
        }
    }

    private void next(long batch, Instant now, Duration window) {
        LocalDateTime oldest = ledgerJdbc
                .sql()
                .queryForObject(
                        "select min(state_at) from reminder where batch_id = :batch and state = 'ENROUTE'",
                        Map.of("batch", batch),
                        LocalDateTime.class);
        Instant overdue = (oldest == null ? now : Utc.instant(oldest)).plus(window);
        Duration pause = window.dividedBy(LOOKS);
        Instant soonest = now.plus(pause.compareTo(LEAST_PAUSE) > 0 ? pause : LEAST_PAUSE);
        Map<String, Object> values = new HashMap<>();
        values.put("batch", batch);
        values.put("due", Utc.of(overdue.isAfter(soonest) ? overdue : soonest));
        ledgerJdbc.update("update batch set receipts_due = :due where id = :batch", values);
    }
}
