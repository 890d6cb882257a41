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
            select id from reminder where state = :from and not exists (
              select 1 from node where node.name = reminder.node and node.fence = reminder.fence
                and lease_until > utc_timestamp(3))
            limit :block for update skip locked""";
    private static final String TOO_LATE = """
            select id from reminder where state = :from and not_after < :limit limit :block for update skip locked""";
    private static final String WITHOUT_RECEIPT = """
            select id from reminder where state = :from and state_at < :limit limit :block for update skip locked""";

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
                            + " the day and not sent again by themselves.",
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

    private int moveBlock(Move move, Duration age) {
        List<Long> ids = books.sql()
                .queryForList(
                        move.select(),
                        Map.of(
                                "from", move.from().name(),
                                "limit", Utc.of(clock.instant().minus(age)),
                                "block", BLOCK),
                        Long.class);
        if (ids.isEmpty()) {
            return 0;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("to", move.to().name());
        values.put("reason", move.reason());
        values.put("now", changes.now());
        values.put("ids", ids);
        values.put("from", move.from().name());
        books.update("""
                update reminder set state = :to, reason = :reason, state_at = :now
                where id in (:ids) and state = :from""", values);
        if (move.from() != ReminderState.CLAIMED) {
            changes.note(ids, move.from(), move.to(), lease.identity().name(), move.reason());
        }
        if (move.to().isFinal()) {
            changes.book(ids, false);
        }
        return ids.size();
    }

    private record Move(String select, ReminderState from, ReminderState to, String reason) {}
}
