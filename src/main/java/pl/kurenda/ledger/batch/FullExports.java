package pl.kurenda.ledger.batch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.LoadingLease;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.Suppression;
import pl.kurenda.ledger.core.Utc;

/**
 * Suppresses waiting reminders of earlier files as paid after a full export that no longer contains their debts. It
 * works block by block. The batch stays marked until this is done, so that it is resumed after a crash. A second node
 * that does the same finds nothing left to do. Claimed reminders are sent.
 */
@Component
public class FullExports {
    /** From 1000 values on, MariaDB turns an IN list into a table and sorts it. */
    private static final int BLOCK = 990;

    private static final Logger LOG = LoggerFactory.getLogger(FullExports.class);

    /** Fewer reminders than this may always count as paid by a repetition, which no gate checks. */
    private static final int FEW = 10;

    /** Selects older files of the source: loaded earlier and not written later. */
    private static final String EARLIER = """
            from batch b where b.source = :source and b.demo = :demo and b.open and b.state <> 'LOADING'
              and b.id < :before and b.file_modified <= :modified""";

    /** The limit keeps MariaDB from listing all rows of the export by a full table scan, for each block again. */
    private static final String MISSING = """
            (select n.id from reminder n force index (reminder_debt)
              where n.debt_key = r.debt_key and n.batch_id = :id limit 1) is null""";

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final LoadingLease loadingLease;

    public FullExports(LedgerJdbc ledgerJdbc, StateHistory stateHistory, LoadingLease loadingLease) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
        this.loadingLease = loadingLease;
    }

    /** Counts the waiting reminders of earlier files, and those of them whose debts the export does not contain. */
    Missing missing(long batchId) {
        return missing(export(batchId));
    }

    private Missing missing(Map<String, Object> export) {
        int waiting = 0;
        int missing = 0;
        for (Long earlier : earlier(export)) {
            export.put("earlier", earlier);
            Missing of = ledgerJdbc
                    .sql()
                    .queryForObject("""
                            select count(*), coalesce(sum(""" + MISSING + """
                            ), 0) from reminder r force index (reminder_line)
                            where r.batch_id = :earlier and r.state in ('QUEUED', 'HELD')""", export, (rs, n) -> new Missing(rs.getInt(1), rs.getInt(2)));
            waiting += of == null ? 0 : of.waiting();
            missing += of == null ? 0 : of.missing();
        }
        return new Missing(waiting, missing);
    }

    /** Completes interrupted suppressions of all sources. */
    void sweepAll() {
        ledgerJdbc
                .sql()
                .queryForList("select id from batch where sweep order by id", Map.of(), Long.class)
                .forEach(this::sweep);
    }

    /** Completes interrupted suppressions of one source. */
    void sweepAll(String source) {
        ledgerJdbc
                .sql()
                .queryForList(
                        "select id from batch where sweep and source = :source order by id",
                        Map.of("source", source),
                        Long.class)
                .forEach(this::sweep);
    }

    /**
     * Handles a full export that comes again after newer ones. It is the current state, so waiting reminders whose
     * debts are not in it are paid. No mark is needed for a crash: the file is then still where it was dropped, and
     * comes here once more.
     *
     * @param batchId batch with its rows
     * @param modified when it was written this time
     */
    Opening.Again again(long batchId, Instant modified) {
        LocalDateTime newest = newestAfter(batchId);
        if (newest == null || !Utc.of(modified).isAfter(newest)) {
            return Opening.Again.NOTHING;
        }
        Map<String, Object> export = export(batchId);
        export.put("modified", Utc.of(modified));
        export.put("before", Long.MAX_VALUE);
        Missing found = missing(export);
        if (found.missing() >= FEW && found.missing() * 2L > found.waiting()) {
            LOG.warn(
                    "{}: a full export came again that lacks most of what waits; nothing is done",
                    export.get("source"));
            return new Opening.Again(true, 0, found.missing());
        }
        int paid = 0;
        for (Long other : earlier(export)) {
            paid += sweep(export, other);
        }
        return new Opening.Again(true, paid, 0);
    }

    /**
     * When the newest full export after this one was written; null if there is none, or if this batch is not a full
     * export that counts.
     */
    private LocalDateTime newestAfter(long batchId) {
        return ledgerJdbc
                .sql()
                .queryForObject("""
                        select max(n.file_modified) from batch b join batch n
                          on n.source = b.source and n.demo = b.demo and n.full_export and n.state = 'LOADED' and n.id > b.id
                        where b.id = :id and b.demo = :demo and b.full_export and b.state = 'LOADED'""", Map.of("id", batchId, "demo", loadingLease.demo()), LocalDateTime.class);
    }

    /** Completes the suppression for a batch. Does nothing if the batch is not marked. */
    void sweep(long batchId) {
        Map<String, Object> export = export(batchId);
        if (!Boolean.TRUE.equals(export.get("sweep")) || loadsNow(export)) {
            return;
        }
        int paid = 0;
        if (isNewest(export)) {
            for (Long earlier : earlier(export)) {
                paid += sweep(export, earlier);
            }
        }
        ledgerJdbc.update("update batch set sweep = false where id = :id", export);
        if (paid > 0) {
            LOG.info(
                    "{}: {} reminders are not sent, a full export no longer has their debts",
                    export.get("source"),
                    paid);
        }
    }

    private int sweep(Map<String, Object> export, long earlier) {
        Map<String, Object> values = new HashMap<>(export);
        values.put("earlier", earlier);
        values.put("block", BLOCK);
        values.put("line", 0);
        int paid = 0;
        List<Seen> seen;
        do {
            seen = ledgerJdbc
                    .sql()
                    .query(
                            """
                            select r.id, r.line from reminder r force index (reminder_line)
                            where r.batch_id = :earlier and r.line > :line and r.state in ('QUEUED', 'HELD') and
""" + MISSING + " order by r.line limit :block",
                            values,
                            (rs, n) -> new Seen(rs.getLong(1), rs.getInt(2)));
            if (!seen.isEmpty()) {
                List<Long> ids = seen.stream().map(Seen::id).toList();
                paid += ledgerJdbc.inTransaction(() -> suppress(ids));
                values.put("line", seen.get(seen.size() - 1).line());
            }
        } while (seen.size() == BLOCK);
        return paid;
    }

    /** Suppresses those of these reminders that still wait. */
    private int suppress(List<Long> ids) {
        List<Long> locked = ledgerJdbc
                .sql()
                .queryForList(
                        "select id from reminder where id in (:ids) and state in ('QUEUED', 'HELD') order by id for update",
                        Map.of("ids", ids),
                        Long.class);
        if (!locked.isEmpty()) {
            stateHistory.leave(
                    locked, ReminderState.SUPPRESSED, loadingLease.node().name(), Suppression.PAID.name());
            ledgerJdbc.update(
                    "update reminder set state = 'SUPPRESSED', reason = 'PAID', state_at = :now where id in (:ids)",
                    Map.of("ids", locked, "now", stateHistory.now()));
            stateHistory.book(locked, false);
        }
        return locked.size();
    }

    /** Whether a file of the source is being loaded. Its rows are compared with what waits now. */
    private boolean loadsNow(Map<String, Object> export) {
        return !ledgerJdbc
                .sql()
                .queryForList("select 1 from batch where loading_source = :source", export, Integer.class)
                .isEmpty();
    }

    /** Whether there is no newer full export. A newer one knows its debts better. */
    private boolean isNewest(Map<String, Object> export) {
        return ledgerJdbc.sql().queryForList("""
                        select 1 from batch
                        where source = :source and demo = :demo and full_export and state = 'LOADED' and id > :id limit 1""", export, Integer.class).isEmpty();
    }

    private List<Long> earlier(Map<String, Object> export) {
        return ledgerJdbc.sql().queryForList("select b.id " + EARLIER + " order by b.id", export, Long.class);
    }

    private Map<String, Object> export(long batchId) {
        return ledgerJdbc
                .sql()
                .queryForObject(
                        "select source, demo, file_modified, sweep from batch where id = :id",
                        Map.of("id", batchId),
                        (rs, n) -> {
                            Map<String, Object> export = new HashMap<>();
                            export.put("id", batchId);
                            export.put("before", batchId);
                            export.put("source", rs.getString(1));
                            export.put("demo", rs.getBoolean(2));
                            export.put("modified", rs.getObject(3, LocalDateTime.class));
                            export.put("sweep", rs.getBoolean(4));
                            return export;
                        });
    }

    /** Number of waiting reminders, and of those whose debts the export does not contain. */
    record Missing(int waiting, int missing) {
        static final Missing NONE = new Missing(0, 0);
    }

    private record Seen(long id, int line) {}
}
