package pl.kurenda.ledger.core;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A reminder whose row is locked until the end of the transaction.
 *
 * @param fence of the node that claimed it last
 * @param attempts number of submits started
 * @param segments number of segments of its text
 * @param counted what the counters need
 * @param cost of all segments as calculated at loading, PLN
 * @param sentAt when the SMSC accepted the last segment; may be null
 * @param notAfter when it expires
 */
public record LockedReminder(
        long id,
        ReminderState state,
        long fence,
        int attempts,
        int segments,
        CounterJournal.Counted counted,
        BigDecimal cost,
        LocalDateTime sentAt,
        LocalDateTime notAfter) {
    private static final String LOCK = """
            select id, state, fence, attempts, segments, batch_id, source, amount, cost, sent_at, not_after from reminder
            where id in (:ids) order by id for update""";

    /**
     * Locks reminders in the order of their ids. All code locks them in this order, so that no deadlock occurs.
     *
     * @param ids at least one
     * @return by id, in this order
     */
    public static Map<Long, LockedReminder> lock(LedgerJdbc ledgerJdbc, Collection<Long> ids) {
        Map<Long, LockedReminder> locked = new LinkedHashMap<>();
        ledgerJdbc.sql().query(LOCK, Map.of("ids", ids), rs -> {
            locked.put(
                    rs.getLong("id"),
                    new LockedReminder(
                            rs.getLong("id"),
                            ReminderState.valueOf(rs.getString("state")),
                            rs.getLong("fence"),
                            rs.getInt("attempts"),
                            rs.getInt("segments"),
                            new CounterJournal.Counted(
                                    rs.getLong("batch_id"), rs.getString("source"), rs.getLong("amount")),
                            rs.getBigDecimal("cost"),
                            rs.getObject("sent_at", LocalDateTime.class),
                            rs.getObject("not_after", LocalDateTime.class)));
        });
        return locked;
    }
}
