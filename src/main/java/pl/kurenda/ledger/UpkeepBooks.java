package pl.kurenda.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The upkeep, by blocks, so that no transaction grows large. */
@Service
class UpkeepBooks implements Upkeep {
    private static final int BLOCK = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(UpkeepBooks.class);

    private static final String LEFT_BEHIND = """
            state = :from and not exists (
              select 1 from node where node.name = reminder.node and node.fence = reminder.fence
                and lease_until > utc_timestamp(3))""";
    private static final String TOO_LATE = """
            batch_id in (select id from batch where open and expires_at < :limit)
            and state = :from and not_after < :limit""";
    private static final String WITHOUT_RECEIPT = "state = :from and state_at < :limit";

    private final Books books;
    private final Changes changes;
    private final NodeLease lease;
    private final Clock clock;

    UpkeepBooks(Books books, Changes changes, NodeLease lease, Clock clock) {
        this.books = books;
        this.changes = changes;
        this.lease = lease;
        this.clock = clock;
    }

    @Override
    public void tidy(Duration receiptWindow) {
        move(new Move(LEFT_BEHIND, ReminderState.CLAIMED, ReminderState.QUEUED, null), Duration.ZERO);
        int unknown = move(
                new Move(LEFT_BEHIND, ReminderState.SUBMITTING, ReminderState.UNKNOWN, "NODE_DIED"), Duration.ZERO);
        if (unknown > 0) {
            LOG.warn(
                    "{} reminders are UNKNOWN: a node ended between submit and answer. They are listed in the report of"
                            + " the day and by the command 'unknown'.",
                    unknown);
        }
        move(new Move(TOO_LATE, ReminderState.QUEUED, ReminderState.EXPIRED, "NOT_SENT_IN_TIME"), Duration.ZERO);
        move(new Move(WITHOUT_RECEIPT, ReminderState.ENROUTE, ReminderState.NO_RECEIPT, null), receiptWindow);
    }

    private int move(Move move, Duration age) {
        int moved = 0;
        int block;
        do {
            block = books.inTransaction(() -> moveBlock(move, age));
            moved += block;
        } while (block == BLOCK);
        return moved;
    }

    /** Looks without locking, so that it never stands in the way of a claim, and then again at what it locks. */
    private int moveBlock(Move move, Duration age) {
        Map<String, Object> values = new HashMap<>();
        values.put("from", move.from().name());
        values.put("to", move.to().name());
        values.put("reason", move.reason());
        values.put("now", changes.now());
        values.put("limit", Utc.of(clock.instant().minus(age)));
        values.put("block", BLOCK);
        List<Long> seen = books.sql()
                .queryForList("select id from reminder where " + move.which() + " limit :block", values, Long.class);
        if (seen.isEmpty()) {
            return 0;
        }
        values.put("seen", seen);
        List<Long> ids = books.sql()
                .queryForList(
                        "select id from reminder where id in (:seen) and " + move.which() + " order by id for update",
                        values,
                        Long.class);
        if (!ids.isEmpty()) {
            values.put("ids", ids);
            change(move, ids, values);
        }
        return seen.size();
    }

    private void change(Move move, List<Long> ids, Map<String, Object> values) {
        books.update("update reminder set state = :to, reason = :reason, state_at = :now where id in (:ids)", values);
        if (move.from() != ReminderState.CLAIMED) {
            changes.note(ids, move.from(), move.to(), lease.identity().name(), move.reason());
        }
        if (move.to().isFinal()) {
            changes.book(ids, false);
        }
    }

    private record Move(String which, ReminderState from, ReminderState to, String reason) {}
}
