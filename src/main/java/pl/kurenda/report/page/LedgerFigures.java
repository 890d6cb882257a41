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
 * What monitoring asks of the ledger: by the counters (ADR 17), by the heads of indexes, and never by counting reminders. Its
 * cost grows with the number of files. Joint tests with vendors wake nobody: what is a sandbox's is not in it.
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
    // the first entry of the index behind those of what is not queued; with the files in one statement it would read
    // them all
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

    /** @param demo whether the SMSC is the built-in simulator: only files that it may be sent wait then */
    public LedgerFigures(JdbcClient jdbc, boolean demo, Clock clock) {
        this.jdbc = jdbc;
        this.demo = demo;
        this.clock = clock;
    }

    /** Reads them now; takes milliseconds, with thousands of files tens of them. */
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
                // an aggregate: one row, which may be null
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
     * How many of a source.
     *
     * @param source its name
     * @param what a state or a reason
     * @param number how many
     */
    public record Count(String source, String what, long number) {}

    /**
     * What waits for a person beside reminders and files.
     *
     * @param notErased of each source, files that retention cannot be done with, because of HELD or UNKNOWN reminders
     * @param notPosted parts of the feed that a vendor's webhook did not take
     */
    public record Waits(List<Count> notErased, long notPosted) {}

    /**
     * The ledger at one moment.
     *
     * @param rows all rows that were read, by state; REJECTED_ROW is one; CLAIMED and SUBMITTING count as QUEUED
     * @param rejected rejected rows of files that have been loaded, by reason
     * @param files by state
     * @param oldestDue of each source the time since which a reminder could leave, if the send window is open
     * @param receipts that wait in the inbox
     * @param oldestReceipt when the oldest of those arrived that nobody has looked at yet
     * @param waits what else waits for a person
     * @param lastReport the last day that has a report
     * @param firstFile when the first file came
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
