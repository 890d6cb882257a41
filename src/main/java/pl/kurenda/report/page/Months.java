package pl.kurenda.report.page;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.page.StateCounts.Standing;
import pl.kurenda.report.page.Totals.Sum;

/**
 * Computes the figures of days and months from the ledger counters. Opt-out confirmations do not count as files or
 * rows, but they do count among final outcomes, as in the report files.
 */
@Component
public class Months {
    private static final String FILES = """
            select id, loaded_at from batch where loaded_at >= :start and loaded_at < :end
              and source <> 'opt-out' and source not like '%~sandbox'
            union all
            select id, received_at from batch where loaded_at is null and received_at >= :start and received_at < :end
              and source <> 'opt-out' and source not like '%~sandbox'
            """;
    private static final String OUTCOMES = """
            select day, state, sum(reminders), sum(amount) from outcome_count
            where day >= :first and day <= :last and source not like '%~sandbox' group by day, state
            """;
    private static final String REASONS = """
            select t.reason, sum(t.reminders), sum(t.amount) from batch b join reason_tally t on t.batch_id = b.id
            where b.loaded_at >= :start and b.loaded_at < :end
              and b.source <> 'opt-out' and b.source not like '%~sandbox' group by t.reason order by 2 desc, 1
            """;

    private final JdbcClient jdbc;
    private final StateCounts counts;
    private final Clock clock;

    /** @param clock in the office's time zone */
    Months(JdbcClient jdbc, StateCounts counts, Clock clock) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.clock = clock;
    }

    /** Returns the figures of the month, up to now if it is not over. */
    public MonthFigures month(YearMonth month) {
        return figures(month.atDay(1), month.atEndOfMonth());
    }

    /** Returns the figures of one day. */
    public MonthFigures day(LocalDate day) {
        return figures(day, day);
    }

    private MonthFigures figures(LocalDate first, LocalDate last) {
        return new MonthFigures(days(first, last), outcomes(first, last), reasons(first, last));
    }

    /**
     * Returns the files completed on each of these days, as in the summaries, and those received then that are still
     * loading, with their current states. Days without files are included.
     */
    List<Totals> days(LocalDate first, LocalDate last) {
        Map<LocalDate, Day> days = new TreeMap<>();
        first.datesUntil(last.plusDays(1)).forEach(day -> days.put(day, new Day()));
        Map<Long, LocalDate> files = files(first, last);
        files.values().forEach(day -> days.get(day).files++);
        if (!files.isEmpty()) {
            TreeMap<Long, LocalDate> byId = new TreeMap<>(files);
            Map<Long, Standing> standing = counts.between(byId.firstKey(), byId.lastKey());
            files.forEach((id, day) -> days.get(day).rows.plus(standing.getOrDefault(id, new Standing())));
        }
        List<Totals> totals = new ArrayList<>();
        days.forEach((day, of) -> totals.add(new Totals(day, of.files, of.rows.rejected(), of.rows.states())));
        return totals;
    }

    private Map<Long, LocalDate> files(LocalDate first, LocalDate last) {
        Map<Long, LocalDate> files = new TreeMap<>();
        jdbc.sql(FILES).param("start", start(first)).param("end", end(last)).query(row -> {
            LocalDateTime completed = row.getObject(2, LocalDateTime.class);
            files.put(
                    row.getLong(1),
                    completed
                            .atOffset(ZoneOffset.UTC)
                            .atZoneSameInstant(clock.getZone())
                            .toLocalDate());
        });
        return files;
    }

    private Map<LocalDate, Map<ReminderState, Sum>> outcomes(LocalDate first, LocalDate last) {
        Map<LocalDate, Map<ReminderState, Sum>> outcomes = new TreeMap<>();
        jdbc.sql(OUTCOMES).param("first", first).param("last", last).query(row -> {
            outcomes.computeIfAbsent(row.getObject(1, LocalDate.class), day -> new TreeMap<>())
                    .put(ReminderState.valueOf(row.getString(2)), new Sum(row.getLong(3), row.getLong(4)));
        });
        return outcomes;
    }

    private List<MonthFigures.Reason> reasons(LocalDate first, LocalDate last) {
        return jdbc.sql(REASONS)
                .param("start", start(first))
                .param("end", end(last))
                .query((row, n) -> new MonthFigures.Reason(row.getString(1), new Sum(row.getLong(2), row.getLong(3))))
                .list();
    }

    private LocalDateTime start(LocalDate day) {
        return new Period(day, clock.getZone()).start();
    }

    private LocalDateTime end(LocalDate day) {
        return new Period(day, clock.getZone()).end();
    }

    private static final class Day {
        long files;
        final Standing rows = new Standing();
    }
}
