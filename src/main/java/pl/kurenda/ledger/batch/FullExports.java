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
 * After a full export: what waits of earlier files, and whose debt the export no longer has, is suppressed as paid. Block
 * by block, and marked with the batch until it is done, so that it is taken up again after a crash; a second node that
 * does the same finds nothing left to do. What has been claimed goes out.
 */
@Component
public class FullExports {
    /** From 1000 values on MariaDB makes a table of an IN list and sorts it. */
    private static final int BLOCK = 990;

    private static final Logger LOG = LoggerFactory.getLogger(FullExports.class);

    /** Fewer may always count as paid by a repetition, which no gate sees. */
    private static final int FEW = 10;

    /** Of an older file of the source, that is, one loaded earlier and not written later. */
    private static final String EARLIER = """
            from batch b where b.source = :source and b.demo = :demo and b.open and b.state <> 'LOADING'
              and b.id < :before and b.file_modified <= :modified""";

    /** With a limit, or MariaDB makes a list of all rows of the export by a scan of the whole table, for each block anew. */
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

    /** How much waits of earlier files, and how much of that the export does not have. */
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

    /** Ends what was cut short, of all sources. */
    void sweepAll() {
        ledgerJdbc
                .sql()
                .queryForList("select id from batch where sweep order by id", Map.of(), Long.class)
                .forEach(this::sweep);
    }

    /** Ends what was cut short, of one source. */
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
     * A full export has come again, and newer ones between: it is the state of today, so that what waits and is not in it
     * is paid. Nothing marks this for a crash: the file is still where it was dropped then, and comes here once more.
     *
     * @param batchId that has its rows
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

    /** When the newest full export after this full one was written; null where there is none, or this is none that counts. */
    private LocalDateTime newestAfter(long batchId) {
        return ledgerJdbc
                .sql()
                .queryForObject("""
                        select max(n.file_modified) from batch b join batch n
                          on n.source = b.source and n.demo = b.demo and n.full_export and n.state = 'LOADED' and n.id > b.id
                        where b.id = :id and b.demo = :demo and b.full_export and b.state = 'LOADED'""", Map.of("id", batchId, "demo", loadingLease.demo()), LocalDateTime.class);
    }

    /** Does nothing for a batch that is not marked. */
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

    /** Of these, what still waits. */
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

    /** While a file of the source is being loaded its rows are held against what waits now. */
    private boolean loadsNow(Map<String, Object> export) {
        return !ledgerJdbc
                .sql()
                .queryForList("select 1 from batch where loading_source = :source", export, Integer.class)
                .isEmpty();
    }

    /** What a newer full export has is known better from that one. */
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

    /** Reminders that wait, and how many of them are of debts that the export does not have. */
    record Missing(int waiting, int missing) {
        static final Missing NONE = new Missing(0, 0);
    }

    private record Seen(long id, int line) {}
}
