package pl.kurenda.ledger.payment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.batch.AmountChanges;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.Suppression;

/**
 * Stops waiting reminders after payments were booked. If a debt is paid in full, the reminder is suppressed, as it is
 * when a full export no longer has the debt. If a debt is paid in part, the reminder is withdrawn, because its text
 * asks for too much. Payments dated before the file of the reminder change nothing, because the amount already includes
 * them. Claimed reminders are still sent.
 */
@Component
public class PaymentsBeforeSending {
    /**
     * Sums the payments of debt {@code %1$s} that its file {@code %2$s} cannot include: those of the day on which the
     * file was written or later. If the file was received before its own time stamp, the day of receipt counts. {@code
     * :offset} is the offset of the office.
     */
    static final String SINCE = """
            coalesce((select sum(p.amount) from payment p where p.debt_key = %1$s.debt_key and p.origin = 'FILE'
              and p.paid_on >= date(least(%2$s.file_modified, %2$s.received_at) + interval :offset second)), 0)""";

    /** From 1000 values on MariaDB turns an IN list into a table and sorts it. */
    private static final int BLOCK = 990;

    private static final String WAITING = """
            select r.id, r.amount, %s paid
            from reminder r force index (reminder_debt) straight_join batch b force index (primary) on b.id = r.batch_id
            where r.debt_key in (:debts) and r.state in ('QUEUED', 'HELD') having paid > 0""".formatted(SINCE.formatted("r", "b"));

    private static final String TAKEN_BACK = """
            select count(*) from (select distinct debt_key from payment where origin = 'FILE' and origin_id = :list) d
              straight_join reminder r force index (reminder_debt) on r.debt_key = d.debt_key
              straight_join history h force index (primary) on h.reminder_id = r.id and h.who = :who""";

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final Clock clock;

    public PaymentsBeforeSending(LedgerJdbc ledgerJdbc, StateHistory stateHistory, Clock clock) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
        this.clock = clock;
    }

    /**
     * Returns the current UTC offset of the office in seconds. When a file was written the offset may have been
     * different, but this matters only for one hour of the night.
     */
    static int offset(Clock clock) {
        return clock.getZone().getRules().getOffset(clock.instant()).getTotalSeconds();
    }

    /**
     * Stops the waiting reminders of these debts. Runs in the transaction of the caller, which has booked the payments.
     */
    void takeBack(Collection<byte[]> debts, String who) {
        List<byte[]> all = List.copyOf(debts);
        List<Long> full = new ArrayList<>();
        List<Long> part = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BLOCK) {
            Map<String, Object> values = new HashMap<>();
            values.put("debts", all.subList(from, Math.min(from + BLOCK, all.size())));
            values.put("offset", offset(clock));
            ledgerJdbc.sql().query(WAITING, values, row -> {
                (row.getLong(3) >= row.getLong(2) ? full : part).add(row.getLong(1));
            });
        }
        end(full, ReminderState.SUPPRESSED, Suppression.PAID.name(), who);
        end(part, ReminderState.WITHDRAWN, AmountChanges.REASON, who);
    }

    private void end(List<Long> seen, ReminderState state, String why, String who) {
        for (int from = 0; from < seen.size(); from += BLOCK) {
            endBlock(seen.subList(from, Math.min(from + BLOCK, seen.size())), state, why, who);
        }
    }

    /** Skips reminders that a node has claimed in the meantime. */
    private void endBlock(List<Long> seen, ReminderState state, String why, String who) {
        List<Long> ids = ledgerJdbc
                .sql()
                .queryForList(
                        "select id from reminder where id in (:ids) and state in ('QUEUED', 'HELD') order by id for update",
                        Map.of("ids", seen),
                        Long.class);
        if (!ids.isEmpty()) {
            stateHistory.leave(ids, state, who, why);
            ledgerJdbc.update(
                    "update reminder set state = :state, reason = :why, state_at = :now where id in (:ids)",
                    Map.of("state", state.name(), "why", why, "now", stateHistory.now(), "ids", ids));
            stateHistory.book(ids, false);
        }
    }

    /** Counts the reminders that a list stopped, including those stopped before a crash. */
    int takenBack(long listId, String who) {
        Integer count = ledgerJdbc.sql().queryForObject(TAKEN_BACK, Map.of("list", listId, "who", who), Integer.class);
        return count == null ? 0 : count;
    }
}
