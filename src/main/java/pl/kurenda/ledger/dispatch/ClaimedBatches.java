package pl.kurenda.ledger.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.BulkTransition;
import pl.kurenda.ledger.core.BulkTransition.Move;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.ReminderState;

/**
 * Of which files the nodes hold reminders, CLAIMED or SUBMITTING. A claim notes it in its transaction, one row for node and
 * file, so that no index has to follow each reminder; where a node is gone its files are searched.
 */
@Component
public class ClaimedBatches {
    private static final String HELD_BY = "batch_id = :batch and state = :from and fence = :fence";
    private static final String DEAD = """
            select fence, batch_id from in_hand where not exists (
              select 1 from node where node.fence = in_hand.fence and lease_until > utc_timestamp(3))""";

    private static final String DONE = """
            select i.fence, i.batch_id from in_hand i join batch b on b.id = i.batch_id where not b.open""";

    private final LedgerJdbc ledgerJdbc;
    private final BulkTransition bulkTransition;

    public ClaimedBatches(LedgerJdbc ledgerJdbc, BulkTransition bulkTransition) {
        this.ledgerJdbc = ledgerJdbc;
        this.bulkTransition = bulkTransition;
    }

    /** In the transaction of a claim. The row stays locked until it ends, and nobody takes it for settled meanwhile. */
    void note(long fence, long batchId) {
        ledgerJdbc.update("""
                insert into in_hand (fence, batch_id) values (:fence, :batch)
                on duplicate key update fence = values(fence)""", Map.of("fence", fence, "batch", batchId));
    }

    /**
     * Gives back what a living node has CLAIMED, and nothing of what it is SUBMITTING.
     *
     * @param which condition on the source of a file: a node may have a second dispatch, whose claims are its own
     */
    void giveBackClaimed(long fence, String which) {
        ledgerJdbc
                .sql()
                .queryForList(
                        "select i.batch_id from in_hand i join batch b on b.id = i.batch_id where i.fence = :fence and "
                                + which,
                        Map.of("fence", fence),
                        Long.class)
                .forEach(batch -> bulkTransition.make(claimed(new Part(fence, batch))));
    }

    /**
     * What dead nodes had CLAIMED is QUEUED again; what they had SUBMITTING becomes UNKNOWN.
     *
     * @return how many are UNKNOWN now
     */
    public int settleDead() {
        int unknown = 0;
        for (Part part : parts(DEAD)) {
            bulkTransition.make(claimed(part));
            unknown += bulkTransition.make(part.move(ReminderState.SUBMITTING, ReminderState.UNKNOWN, "NODE_DIED"));
            ledgerJdbc.transact(() -> forget(part));
        }
        parts(DONE).forEach(part -> ledgerJdbc.transact(() -> forget(part)));
        return unknown;
    }

    private List<Part> parts(String which) {
        return ledgerJdbc
                .sql()
                .query(which, Map.of(), (rs, n) -> new Part(rs.getLong("fence"), rs.getLong("batch_id")));
    }

    private static Move claimed(Part part) {
        return part.move(ReminderState.CLAIMED, ReminderState.QUEUED, null);
    }

    /** Under the lock that a claim waits for: a node that only seemed dead may have claimed again meanwhile. */
    private void forget(Part part) {
        ledgerJdbc
                .sql()
                .queryForList(
                        "select fence from in_hand where fence = :fence and batch_id = :batch for update",
                        part.values(),
                        Long.class);
        // a select of its own locks nothing of the file
        boolean none =
                ledgerJdbc.sql().queryForList("""
                        select id from reminder where batch_id = :batch and fence = :fence
                          and state in ('CLAIMED', 'SUBMITTING') limit 1""", part.values(), Long.class).isEmpty();
        if (none) {
            ledgerJdbc.update("delete from in_hand where fence = :fence and batch_id = :batch", part.values());
        }
    }

    /** What a node may hold of a file. */
    private record Part(long fence, long batchId) {
        Map<String, Object> values() {
            return Map.of("fence", fence, "batch", batchId);
        }

        Move move(ReminderState from, ReminderState to, String reason) {
            return new Move(HELD_BY, from, to, reason, Duration.ZERO, values());
        }
    }
}
