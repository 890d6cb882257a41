package pl.kurenda.report.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.core.ReportTable;
import pl.kurenda.report.core.RowSink;
import pl.kurenda.report.page.Totals.Sum;

/**
 * Rows and money by source and state, for the files taken in on the day and for all files taken in up to its end. Each
 * row counts in the state it had at the end of the day. A file is taken in once its last row is committed. The last
 * line is the conservation law: rows in = rejected rows + reminders over all states, in rows and in money, for the day
 * and to date.
 */
final class SummaryTable implements ReportTable {
    private static final Logger LOG = LoggerFactory.getLogger(SummaryTable.class);
    private static final List<String> COLUMNS =
            List.of("source", "state", "rows", "amount", "rows_to_date", "amount_to_date");
    private static final String REJECTED = "REJECTED_ROW";
    private static final String LAW = "rows in = rejected rows + reminders";
    private static final String OF_THE_DAY =
            """
            with asked as (
              select r.id from batch b straight_join reminder r force index (reminder_line) on r.batch_id = b.id
              where b.loaded_at >= :start and b.loaded_at < :end and b.source not like '%~sandbox'),
            """ + ChangesAfter.OF_ASKED + "select r.source, " + ChangesAfter.STATE + """
             as_of, count(*), sum(r.amount)
            from batch b straight_join reminder r on r.batch_id = b.id left join was on was.reminder_id = r.id
            where b.loaded_at >= :start and b.loaded_at < :end and b.source not like '%~sandbox' group by r.source, as_of
            """;
    private static final String REJECTED_ON_THE_DAY = """
            select b.source, 'REJECTED_ROW', count(*), coalesce(sum(r.amount), 0)
            from batch b straight_join rejected_row r on r.batch_id = b.id
            where b.loaded_at >= :start and b.loaded_at < :end and b.source not like '%~sandbox' group by b.source
            """;
    private static final String REJECTED_TO_DATE = """
            select b.source, 'REJECTED_ROW', sum(c.reminders), sum(c.amount)
            from state_count c join batch b on b.id = c.batch_id
            where c.state = 'REJECTED_ROW' and b.loaded_at < :end and b.source not like '%~sandbox'
            group by b.source having sum(c.reminders) <> 0
            """;
    private static final String ROWS_IN = """
            select '', '', coalesce(sum(row_count), 0), coalesce(sum(amount_total), 0)
            from batch where %s loaded_at < :end and source not like '%%~sandbox'
            """;
    private static final String ROWS_IN_ON_THE_DAY = ROWS_IN.formatted("loaded_at >= :start and");
    private static final String ROWS_IN_TO_DATE = ROWS_IN.formatted("");

    private final JdbcClient jdbc;
    private final StandingToDate toDate;

    SummaryTable(JdbcClient jdbc, StandingToDate toDate) {
        this.jdbc = jdbc;
        this.toDate = toDate;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void rows(Period period, RowSink sink) {
        List<Line> lines = lines(period);
        lines.forEach(line -> line.writeTo(sink));
        Sum day = sums(ROWS_IN_ON_THE_DAY, period).get(0).sum();
        Sum all = sums(ROWS_IN_TO_DATE, period).get(0).sum();
        boolean holds = day.equals(total(lines, Line::day)) && all.equals(total(lines, Line::toDate));
        if (!holds) {
            LOG.error("The conservation law is broken in the report of {}: {}", period.day(), LAW);
        }
        new Line(LAW, holds ? "OK" : "BROKEN", day, all).writeTo(sink);
    }

    /** Returns each state of a source once, whether it occurs on the day or earlier. */
    private List<Line> lines(Period period) {
        List<Line> parts = new ArrayList<>();
        sums(OF_THE_DAY, period).forEach(part -> parts.add(part.onTheDay()));
        sums(REJECTED_ON_THE_DAY, period).forEach(part -> parts.add(part.onTheDay()));
        sums(REJECTED_TO_DATE, period).forEach(part -> parts.add(part.toDate()));
        toDate.of(period)
                .forEach(part -> parts.add(
                        new Line(part.source(), part.state(), Sum.NONE, new Sum(part.reminders(), part.grosze()))));
        Map<List<Object>, Line> lines = new LinkedHashMap<>();
        parts.forEach(part -> lines.merge(List.of(part.source(), part.state()), part, Line::plus));
        return lines.values().stream()
                .sorted(Comparator.comparing(Line::source).thenComparing(Line::rank))
                .toList();
    }

    private List<Part> sums(String sql, Period period) {
        return jdbc.sql(sql)
                .param("start", period.start())
                .param("end", period.end())
                .param("day", period.day())
                .query((row, number) ->
                        new Part(row.getString(1), row.getString(2), new Sum(row.getLong(3), row.getLong(4))))
                .list();
    }

    private static Sum total(List<Line> lines, Function<Line, Sum> part) {
        return lines.stream().map(part).reduce(Sum.NONE, Sum::plus);
    }

    private record Part(String source, String state, Sum sum) {
        Line onTheDay() {
            return new Line(source, state, sum, Sum.NONE);
        }

        Line toDate() {
            return new Line(source, state, Sum.NONE, sum);
        }
    }

    private record Line(String source, String state, Sum day, Sum toDate) {

        /** Sort order: the states, then rejected rows. */
        int rank() {
            return state.equals(REJECTED)
                    ? Integer.MAX_VALUE
                    : ReminderState.valueOf(state).ordinal();
        }

        Line plus(Line other) {
            return new Line(source, state, day.plus(other.day), toDate.plus(other.toDate));
        }

        void writeTo(RowSink sink) {
            sink.row(source, state, day.rows(), money(day), toDate.rows(), money(toDate));
        }

        private static BigDecimal money(Sum sum) {
            return BigDecimal.valueOf(sum.grosze(), 2);
        }
    }
}
