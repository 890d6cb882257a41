package pl.kurenda.report.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.report.page.StateCounts.Standing;

/**
 * The queries behind the Today page: latest files, figures of the day so far, and the sending rate. They read no file
 * rows. Opt-out confirmations do not count as files.
 */
@Component
public class Overview {
    private static final String FILES = """
            select id, source, filed_name, received_at, state, demo from batch force index (batch_received)
            where source <> 'opt-out' order by received_at desc, id desc limit ?
            """;
    private static final String SENT = "select coalesce(sum(reminders), 0) from send_count where minute >= ?";
    private static final long MILLIS_A_MINUTE = 60_000;

    private final JdbcClient jdbc;
    private final StateCounts counts;
    private final Months months;
    private final Clock clock;

    /** @param clock in the office's time zone */
    Overview(JdbcClient jdbc, StateCounts counts, Months months, Clock clock) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.months = months;
        this.clock = clock;
    }

    /**
     * Returns the latest files, the newest first.
     *
     * @param limit how many at most, 1 or more
     */
    public List<FileOverview> latestFiles(int limit) {
        List<FileOverview> bare =
                jdbc.sql(FILES).param(limit).query((row, number) -> bare(row)).list();
        if (bare.isEmpty()) {
            return bare;
        }
        long first = bare.stream().mapToLong(FileOverview::batchId).min().getAsLong();
        long last = bare.stream().mapToLong(FileOverview::batchId).max().getAsLong();
        Map<Long, Standing> standing = counts.between(first, last);
        return bare.stream()
                .map(file -> filled(file, standing.getOrDefault(file.batchId(), new Standing())))
                .toList();
    }

    /**
     * Returns the files completed on the current office day and those of today that are still loading, with their
     * current states.
     */
    public Totals today() {
        LocalDate day = LocalDate.now(clock);
        return months.days(day, day).get(0);
    }

    /**
     * Returns the average number of reminders per minute that the SMSC accepted.
     *
     * @param minutes number of minutes including the current one, 2 or more
     */
    public long sentAMinute(int minutes) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDateTime start = now.truncatedTo(ChronoUnit.MINUTES).minusMinutes(minutes - 1L);
        long sent = jdbc.sql(SENT).param(start).query(Long.class).single();
        long millis = Duration.between(start, now).toMillis();
        return (sent * MILLIS_A_MINUTE + millis / 2) / millis;
    }

    private static FileOverview bare(ResultSet row) throws SQLException {
        return new FileOverview(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(5),
                row.getBoolean(6),
                0,
                0,
                Map.of());
    }

    // from the counters, because the batch has totals only once it is loaded
    private static FileOverview filled(FileOverview file, Standing standing) {
        Map<ReminderState, Long> states = new EnumMap<>(ReminderState.class);
        standing.states().forEach((state, sum) -> states.put(state, sum.rows()));
        long rejected = standing.rejected().rows();
        long reminders = states.values().stream().mapToLong(Long::longValue).sum();
        return new FileOverview(
                file.batchId(),
                file.source(),
                file.file(),
                file.receivedAt(),
                file.state(),
                file.demo(),
                rejected + reminders,
                rejected,
                states);
    }
}
