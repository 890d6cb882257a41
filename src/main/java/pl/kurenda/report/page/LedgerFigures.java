package pl.kurenda.report.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the ledger figures for monitoring from the counters (ADR 17) and the first index entries, and never counts
 * reminders. The cost grows with the number of files. Sandbox data is left out, so that joint tests with vendors raise
 * no alarm.
 */
public class LedgerFigures {
    private static final String STATES = """
            select b.source, c.state, sum(c.reminders) from state_count c join batch b on b.id = c.batch_id
            where b.source not like '%~sandbox' group by b.source, c.state
            """;
    private static final String REASONS = """
            select b.source, t.reason, sum(t.reminders) from reason_tally t join batch b on b.id = t.batch_id
            where b.source not like '%~sandbox' group by b.source, t.reason
            """;
    private static final String FILES = """
            select source, state, count(*) from batch where source not like '%~sandbox' group by source, state
            """;

    private static final String OPEN_FILES = """
            select id, source from batch where open and demo = :demo and state = 'LOADED' and source not like '%~sandbox'
            """;
    // reads the first index entry after the entries of what is not queued; joined with the files in one statement it
    // would read all of them
    private static final String OLDEST_DUE = """
            select queued_for from reminder force index (reminder_queue)
            where batch_id = :file and queued_for > '1970-01-01' and queued_for <= :now order by queued_for limit 1
            """;
    private static final String RECEIPTS = """
            select count(*) from (select 1 from receipt_inbox where state = 'NEW' limit 1000000) x
            """;
    private static final String OLDEST_RECEIPT = """
            select received_at from receipt_inbox where state = 'NEW' and tries = 0 order by next_try_at limit 1
            """;
    private static final String NOT_ERASED = """
            select source, 'WAITS', count(*) from batch where erasure_waits and source not like '%~sandbox' group by source
            """;
    private static final String NOT_POSTED = """
            select count(*) from webhook w join webhook_delivery d on d.webhook_id = w.id
            where d.state = 'DEAD' and w.ended_at is null and w.sources not like '%~sandbox%'
            """;
    private static final String LAST_REPORT = "select max(day) from report_day";
    private static final String FIRST_FILE = "select received_at from batch order by received_at limit 1";

    private final JdbcClient jdbc;
    private final boolean demo;
    private final Clock clock;

    /**
     * @param demo whether the SMSC is the built-in simulator; if so, only files that the simulator may receive count as
     *     waiting
     */
    public LedgerFigures(JdbcClient jdbc, boolean demo, Clock clock) {
        this.jdbc = jdbc;
        this.demo = demo;
        this.clock = clock;
    }

    /** Reads the figures now. Takes milliseconds, or tens of milliseconds with thousands of files. */
    public Snapshot read() {
        return new Snapshot(
                counts(STATES),
                counts(REASONS),
                counts(FILES),
                oldestDue(),
                jdbc.sql(RECEIPTS).query(Long.class).single(),
                time(OLDEST_RECEIPT),
                new Waits(
                        counts(NOT_ERASED),
                        jdbc.sql(NOT_POSTED).query(Long.class).single()),
                // an aggregate always returns one row, and its value may be null
                Optional.ofNullable(
                        jdbc.sql(LAST_REPORT).query(LocalDate.class).list().get(0)),
                time(FIRST_FILE));
    }

    private Optional<Instant> time(String sql) {
        return jdbc.sql(sql).query(LocalDateTime.class).optional().map(at -> at.toInstant(ZoneOffset.UTC));
    }

    private List<Count> counts(String sql) {
        return jdbc.sql(sql)
                .query((row, n) -> new Count(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    private Map<String, Instant> oldestDue() {
        Map<String, Instant> oldest = new HashMap<>();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<Long, String> files = new HashMap<>();
        jdbc.sql(OPEN_FILES).param("demo", demo).query(row -> {
            files.put(row.getLong(1), row.getString(2));
        });
        files.forEach((file, source) -> jdbc.sql(OLDEST_DUE)
                .param("file", file)
                .param("now", now)
                .query(LocalDateTime.class)
                .optional()
                .map(due -> due.toInstant(ZoneOffset.UTC))
                .ifPresent(due -> oldest.merge(source, due, (x, y) -> x.isBefore(y) ? x : y)));
        return oldest;
    }

    /**
     * A count for one source.
     *
     * @param source its name
     * @param what a state or a reason
     * @param number the count
     */
    public record Count(String source, String what, long number) {}

    /**
     * What waits for a person besides reminders and files.
     *
     * @param notErased files per source that retention cannot erase because of HELD or UNKNOWN reminders
     * @param notPosted parts of the feed that a vendor's webhook did not accept
     */
    public record Waits(List<Count> notErased, long notPosted) {}

    /**
     * The ledger at one moment.
     *
     * @param rows all rows read, by state; REJECTED_ROW is one; CLAIMED and SUBMITTING count as QUEUED
     * @param rejected rejected rows of loaded files, by reason
     * @param files files by state
     * @param oldestDue per source, the time since which a reminder could be sent, if the send window is open
     * @param receipts receipts waiting in the inbox
     * @param oldestReceipt arrival time of the oldest receipt not yet processed
     * @param waits what else waits for a person
     * @param lastReport the last day with a report
     * @param firstFile when the first file arrived
     */
    public record Snapshot(
            List<Count> rows,
            List<Count> rejected,
            List<Count> files,
            Map<String, Instant> oldestDue,
            long receipts,
            Optional<Instant> oldestReceipt,
            Waits waits,
            Optional<LocalDate> lastReport,
            Optional<Instant> firstFile) {}
}
