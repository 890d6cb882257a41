package pl.kurenda.ledger.core;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Moves reminders that match a condition to another state, in blocks so that no transaction grows large. */
@Component
public class BulkTransition {
    private static final int BLOCK = 1000;

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final NodeLease lease;
    private final Clock clock;

    public BulkTransition(LedgerJdbc ledgerJdbc, StateHistory stateHistory, NodeLease lease, Clock clock) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
        this.lease = lease;
        this.clock = clock;
    }

    /** @return number of reminders moved */
    public int make(Move move) {
        int moved = 0;
        Block block;
        do {
            block = ledgerJdbc.inTransaction(() -> block(move));
            moved += block.moved();
        } while (block.seen() == BLOCK);
        return moved;
    }

    /**
     * Selects rows without locks first, so that it never blocks a claim. Then it checks the condition again on the rows
     * it locks.
     */
    private Block block(Move move) {
        Map<String, Object> values = new HashMap<>(move.values());
        values.put("from", move.from().name());
        values.put("to", move.to().name());
        values.put("reason", move.reason());
        values.put("now", stateHistory.now());
        values.put("limit", Utc.of(clock.instant().minus(move.age())));
        values.put("block", BLOCK);
        List<Long> seen = ledgerJdbc
                .sql()
                .queryForList("select id from reminder where " + move.which() + " limit :block", values, Long.class);
        if (seen.isEmpty()) {
            return new Block(0, 0);
        }
        values.put("seen", seen);
        List<Long> ids = ledgerJdbc
                .sql()
                .queryForList(
                        "select id from reminder where id in (:seen) and " + move.which() + " order by id for update",
                        values,
                        Long.class);
        if (!ids.isEmpty()) {
            values.put("ids", ids);
            change(move, ids, values);
        }
        return new Block(seen.size(), ids.size());
    }

    private void change(Move move, List<Long> ids, Map<String, Object> values) {
        if (move.from() != ReminderState.CLAIMED) {
            stateHistory.leave(ids, move.to(), lease.identity().name(), move.reason());
        }
        ledgerJdbc.update(
                "update reminder set state = :to, reason = :reason, state_at = :now where id in (:ids)", values);
        if (move.to().isFinal()) {
            stateHistory.book(ids, false);
        }
    }

    /**
     * Which reminders to move, and to which state.
     *
     * @param which SQL condition, with {@code :from}, {@code :limit} (now minus the age) and the names in values
     * @param reason why, or null
     */
    public record Move(
            String which,
            ReminderState from,
            ReminderState to,
            String reason,
            Duration age,
            Map<String, Object> values) {

        public static Move now(String which, ReminderState from, ReminderState to, String reason) {
            return new Move(which, from, to, reason, Duration.ZERO, Map.of());
        }
    }

    private record Block(int seen, int moved) {}
}
