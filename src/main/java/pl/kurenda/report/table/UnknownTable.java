package pl.kurenda.report.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.core.ReportTable;
import pl.kurenda.report.core.RowSink;

/** The reminders that were UNKNOWN at the end of the day: it was not known whether they were sent. */
final class UnknownTable implements ReportTable {
    private static final List<String> COLUMNS =
            List.of("source", "file", "line", "reference", "masked phone", "amount", "since");
    /** From the few that ever became UNKNOWN by then, selects those that still were. */
    private static final String ROWS = """
            with asked as (
              select reminder_id id from history force index (history_to) where to_state = 'UNKNOWN' and at < :end
              union
              select id from reminder where watched = 'UNKNOWN' and state_at < :end),
            """ + ChangesAfter.OF_ASKED + """
            select r.source, b.filed_name, r.line, r.reference, r.masked_phone, r.amount, coalesce(
              (select max(h.at) from history h where h.reminder_id = r.id and h.to_state = 'UNKNOWN' and h.at < :end),
              r.state_at)
            from asked join reminder r on r.id = asked.id join batch b on b.id = r.batch_id
              left join was on was.reminder_id = r.id
            where coalesce(was.state, r.state) = 'UNKNOWN' and r.source not like '%~sandbox'
            order by r.source, r.batch_id, r.line
            """;

    private final JdbcClient jdbc;

    UnknownTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void rows(Period period, RowSink sink) {
        jdbc.sql(ROWS).param("end", period.end()).param("day", period.day()).query((RowCallbackHandler) row -> sink.row(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                BigDecimal.valueOf(row.getLong(6), 2),
                period.local(row.getObject(7, LocalDateTime.class))));
    }
}
