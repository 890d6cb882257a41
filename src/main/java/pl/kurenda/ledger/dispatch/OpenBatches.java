package pl.kurenda.ledger.dispatch;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.SandboxSource;
import pl.kurenda.ledger.core.SmscIdentity;

/** Finds and closes batches that may still contain something to send to this SMSC. */
@Component
public class OpenBatches {
    private final LedgerJdbc ledgerJdbc;
    private final Kind kind;

    @Autowired
    public OpenBatches(LedgerJdbc ledgerJdbc, SmscIdentity smsc) {
        this(ledgerJdbc, smsc.simulator() ? Kind.DEMO : Kind.REAL);
    }

    public OpenBatches(LedgerJdbc ledgerJdbc, Kind kind) {
        this.ledgerJdbc = ledgerJdbc;
        this.kind = kind;
    }

    /** Finds loaded batches of this SMSC's kind: demo batches stay in the demo, real batches stay out of it. */
    List<Batch> find() {
        return ledgerJdbc
                .sql()
                .query(
                        "select id, source from batch where open and state = 'LOADED' and " + kind.batches
                                + " order by id",
                        Map.of(),
                        (rs, n) -> new Batch(rs.getLong(1), rs.getString(2)));
    }

    /** SQL condition on reminders that can be in such batches. */
    String reminders() {
        return kind.reminders;
    }

    /** The kind of batches that a dispatch sends. */
    public enum Kind {
        /** Batches meant for residents, without sandboxes. */
        REAL(
                "not demo and source not like '%" + SandboxSource.ENDING + "'",
                "source not like '%" + SandboxSource.ENDING + "'"),
        /** Everything meant for the simulator. */
        DEMO("(demo or source like '%" + SandboxSource.ENDING + "')", "true"),
        /** Sandboxes only. */
        SANDBOX("source like '%" + SandboxSource.ENDING + "'", "source like '%" + SandboxSource.ENDING + "'");

        private final String batches;
        private final String reminders;

        Kind(String batches, String reminders) {
            this.batches = batches;
            this.reminders = reminders;
        }
    }

    /**
     * Closes the batch if nothing of it may be sent any more. The counters are checked first: while a single reminder
     * is open, the search for one reads all finished reminders, and this check runs several times a second.
     */
    void closeIfDone(long batchId) {
        if (mayBeDone(batchId)) {
            ledgerJdbc.update("""
                    update batch set open = false where id = :id and open and not exists (
                      select 1 from reminder where batch_id = :id
                        and state in ('HELD', 'QUEUED', 'CLAIMED', 'SUBMITTING', 'UNKNOWN'))""", Map.of("id", batchId));
        }
    }

    /** CLAIMED and SUBMITTING are counted as QUEUED. */
    private boolean mayBeDone(long batchId) {
        Long open = ledgerJdbc.sql().queryForObject("""
                        select coalesce(sum(reminders), 0) from state_count
                        where batch_id = :id and state in ('HELD', 'QUEUED', 'UNKNOWN')""", Map.of("id", batchId), Long.class);
        return open == 0;
    }

    /** An open batch. */
    record Batch(long id, String source) {}
}
