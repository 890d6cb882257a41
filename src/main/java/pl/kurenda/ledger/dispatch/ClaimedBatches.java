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
 * Records of which files each node holds reminders, CLAIMED or SUBMITTING. A claim adds one row for node and file in
 * its own transaction, so that no index has to follow each reminder. When a node is gone, its files are searched.
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

    /**
     * Records a claim, in its transaction. The row stays locked until the transaction ends, so it is not taken for
     * settled meanwhile.
     */
    void note(long fence, long batchId) {
        ledgerJdbc.update("""
                insert into in_hand (fence, batch_id) values (:fence, :batch)
                on duplicate key update fence = values(fence)""", Map.of("fence", fence, "batch", batchId));
    }

    /**
     * Gives back what a living node has CLAIMED, but nothing that it is SUBMITTING.
     *
     * @param which SQL condition on the source of a file: a node may have a second dispatch with claims of its own
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
     * Returns reminders that dead nodes had CLAIMED to QUEUED. Those they had SUBMITTING become UNKNOWN.
     *
     * @return number of reminders that became UNKNOWN
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

    /**
     * Deletes the row if nothing is left, under the lock that a claim waits for: a node that only seemed dead may have
     * claimed again meanwhile.
     */
    private void forget(Part part) {
        ledgerJdbc
                .sql()
                .queryForList(
                        "select fence from in_hand where fence = :fence and batch_id = :batch for update",
                        part.values(),
                        Long.class);
        // a separate select locks nothing of the file
        boolean none =
                ledgerJdbc.sql().queryForList("""
                        select id from reminder where batch_id = :batch and fence = :fence
                          and state in ('CLAIMED', 'SUBMITTING') limit 1""", part.values(), Long.class).isEmpty();
        if (none) {
            ledgerJdbc.update("delete from in_hand where fence = :fence and batch_id = :batch", part.values());
        }
    }

    /** A file of which a node may hold reminders. */
    private record Part(long fence, long batchId) {
        Map<String, Object> values() {
            return Map.of("fence", fence, "batch", batchId);
        }

        Move move(ReminderState from, ReminderState to, String reason) {
            return new Move(HELD_BY, from, to, reason, Duration.ZERO, values());
        }
    }
}
