package pl.kurenda.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.ledger.ReminderState;
import pl.kurenda.report.Totals.Sum;

/**
 * Rows and money by source and state: of the files taken in on the day, and of all taken in up to its end, each row in
 * the state it had at the end of the day. A file is taken in once its last row is committed. The last line is the
 * conservation law: rows in = rejected rows + reminders over all states, in rows and in money, that day and to date.
 */
final class SummaryTable implements ReportTable {
    private static final Logger LOG = LoggerFactory.getLogger(SummaryTable.class);
    private static final List<String> COLUMNS =
            List.of("source", "state", "rows", "amount", "rows_to_date", "amount_to_date");
    private static final String REJECTED = "REJECTED_ROW";
    private static final String LAW = "rows in = rejected rows + reminders";
    private static final String REMINDERS = ChangesAfter.WAS + """
            select r.source, coalesce(was.state, r.state) as_of,
              sum(b.loaded_at >= :start), sum(if(b.loaded_at >= :start, r.amount, 0)), count(*), sum(r.amount)
            from batch b join reminder r on r.batch_id = b.id
              left join was on was.reminder_id = r.id
            where b.loaded_at < :end and b.source not like '%~sandbox' group by r.source, as_of
            """;
    private static final String REJECTIONS = """
            select b.source, 'REJECTED_ROW', sum(b.loaded_at >= :start),
              sum(if(b.loaded_at >= :start, coalesce(r.amount, 0), 0)), count(*), coalesce(sum(r.amount), 0)
            from batch b join rejected_row r on r.batch_id = b.id where b.loaded_at < :end and b.source not like '%~sandbox' group by b.source
            """;
    private static final String ROWS_IN = """
            select '', '', coalesce(sum(if(loaded_at >= :start, row_count, 0)), 0),
              coalesce(sum(if(loaded_at >= :start, amount_total, 0)), 0),
              coalesce(sum(row_count), 0), coalesce(sum(amount_total), 0)
            from batch where loaded_at < :end and source not like '%~sandbox'
            """;

    private final JdbcClient jdbc;

    SummaryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void rows(Period period, RowSink sink) {
        List<Line> lines = new ArrayList<>(lines(REMINDERS, period));
        lines.addAll(lines(REJECTIONS, period));
        lines.sort(Comparator.comparing(Line::source).thenComparing(Line::rank));
        lines.forEach(line -> line.writeTo(sink));
        Line in = lines(ROWS_IN, period).get(0);
        boolean holds = in.day().equals(total(lines, Line::day)) && in.toDate().equals(total(lines, Line::toDate));
        if (!holds) {
            LOG.error("The conservation law is broken in the report of {}: {}", period.day(), LAW);
        }
        new Line(LAW, holds ? "OK" : "BROKEN", in.day(), in.toDate()).writeTo(sink);
    }

    private List<Line> lines(String sql, Period period) {
        return jdbc.sql(sql)
                .param("start", period.start())
                .param("end", period.end())
                .param("day", period.day())
                .query((row, number) -> new Line(row.getString(1), row.getString(2), sum(row, 3), sum(row, 5)))
                .list();
    }

    private static Sum total(List<Line> lines, Function<Line, Sum> part) {
        return lines.stream().map(part).reduce(Sum.NONE, Sum::plus);
    }

    private static Sum sum(ResultSet row, int first) throws SQLException {
        return new Sum(row.getLong(first), row.getLong(first + 1));
    }

    private record Line(String source, String state, Sum day, Sum toDate) {

        /** The order of the states, rejected rows last. */
        int rank() {
            return state.equals(REJECTED)
                    ? Integer.MAX_VALUE
                    : ReminderState.valueOf(state).ordinal();
        }

        void writeTo(RowSink sink) {
            sink.row(source, state, day.rows(), money(day), toDate.rows(), money(toDate));
        }

        private static BigDecimal money(Sum sum) {
            return BigDecimal.valueOf(sum.grosze(), 2);
        }
    }
}
