package pl.kurenda.ledger.batch;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.LoadingLease;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.gate.Finding;

/**
 * Releases the rest of files of which a few reminders went first, once these have been out for a while without too many
 * failures. Any node may do this: each step is guarded by the state that it leaves.
 */
@Component
public class CanaryRelease {
    private static final int BLOCK = 1000;
    private static final int PER_CENT = 100;
    private static final Logger LOG = LoggerFactory.getLogger(CanaryRelease.class);

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final BatchCounters figures;
    private final LoadingLease loadingLease;

    public CanaryRelease(
            LedgerJdbc ledgerJdbc, StateHistory stateHistory, BatchCounters figures, LoadingLease loadingLease) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
        this.figures = figures;
        this.loadingLease = loadingLease;
    }

    void goOn() {
        for (Waiting file : waiting()) {
            Flock flock = flock(file.id());
            if (flock.isOut(stateHistory.now().minusMinutes(file.pause()))) {
                boolean well = flock.sent() > 0 && flock.failed() * PER_CENT <= (long) file.failures() * flock.sent();
                ledgerJdbc.transact(() -> decide(file, flock, well));
            }
        }
        ledgerJdbc
                .sql()
                .queryForList("select id from batch where canary = 'PASSED'", Map.of(), Long.class)
                .forEach(this::release);
    }

    private List<Waiting> waiting() {
        return ledgerJdbc
                .sql()
                .query(
                        "select id, source, canary_wait, canary_failures from batch where canary = 'WAITING' order by id",
                        (rs, n) -> new Waiting(rs.getLong(1), rs.getString(2), rs.getInt(3), rs.getInt(4)));
    }

    private Flock flock(long batchId) {
        return ledgerJdbc
                .sql()
                .queryForObject(
                        """
                        select coalesce(sum(state in ('QUEUED', 'CLAIMED', 'SUBMITTING')), 0),
                          coalesce(sum(sent_at is not null or state in ('UNKNOWN', 'REJECTED')), 0),
                          coalesce(sum(state in ('UNDELIVERABLE', 'REJECTED')), 0), max(coalesce(sent_at, state_at))
                        from reminder force index (reminder_line)
                        where batch_id = :id and state not in ('HELD', 'SUPPRESSED')""",
                        Map.of("id", batchId),
                        (rs, n) -> new Flock(
                                rs.getInt(1), rs.getInt(2), rs.getInt(3), rs.getObject(4, LocalDateTime.class)));
    }

    private void decide(Waiting file, Flock flock, boolean well) {
        int changed = ledgerJdbc.update(
                "update batch set canary = :next where id = :id and canary = 'WAITING'",
                Map.of("id", file.id(), "next", well ? "PASSED" : "FAILED"));
        if (changed == 1 && !well) {
            figures.note(file.id(), Finding.of("CANARY_FAILED", flock.failed(), flock.sent(), file.failures()));
            LOG.warn(
                    "{}: {} of the {} reminders of file {} that went first have failed; the rest is held for a person"
                            + " (command 'held')",
                    file.source(),
                    flock.failed(),
                    flock.sent(),
                    file.id());
        }
    }

    private void release(long batchId) {
        int released;
        do {
            released = ledgerJdbc.inTransaction(() -> releaseBlock(batchId));
        } while (released == BLOCK);
        ledgerJdbc.update("update batch set canary = null where id = :id and canary = 'PASSED'", Map.of("id", batchId));
    }

    private int releaseBlock(long batchId) {
        List<Long> ids = ledgerJdbc.sql().queryForList("""
                        select id from reminder force index (reminder_watched)
                        where watched = 'HELD' and batch_id = :id and reason = 'CANARY' limit :block for update""", Map.of("id", batchId, "block", BLOCK), Long.class);
        if (!ids.isEmpty()) {
            ledgerJdbc.update(
                    "update reminder set state = 'QUEUED', reason = null, state_at = :now where id in (:ids)",
                    Map.of("ids", ids, "now", stateHistory.now()));
            stateHistory.note(
                    ids,
                    ReminderState.HELD,
                    ReminderState.QUEUED,
                    loadingLease.node().name(),
                    "CANARY_PASSED");
        }
        return ids.size();
    }

    private record Waiting(long id, String source, int pause, int failures) {}

    /**
     * The reminders that went first.
     *
     * @param queued number still to be sent
     * @param sent number sent or refused
     * @param failed number of these that failed
     * @param last when the last one was sent or entered its state
     */
    private record Flock(int queued, int sent, int failed, LocalDateTime last) {
        boolean isOut(LocalDateTime limit) {
            return queued == 0 && (last == null || !last.isAfter(limit));
        }
    }
}
