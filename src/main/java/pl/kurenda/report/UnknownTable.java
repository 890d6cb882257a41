package pl.kurenda.report;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reminders of which nobody knew at the end of the day whether they went out. */
final class UnknownTable implements ReportTable {
    private static final List<String> COLUMNS =
            List.of("source", "file", "line", "reference", "masked phone", "amount", "since");
    /** Unknown then and ever since, or unknown just before the first change after the day. */
    private static final String ROWS = ChangesAfter.WAS + """
            , candidate as (
              select r.id from reminder r where r.watched = 'UNKNOWN'
                and not exists (select 1 from history h where h.reminder_id = r.id and h.at >= :end)
              union all
              select reminder_id from was where state = 'UNKNOWN')
            select r.source, b.filed_name, r.line, r.reference, r.masked_phone, r.amount, coalesce(
              (select max(h.at) from history h where h.reminder_id = r.id and h.to_state = 'UNKNOWN' and h.at < :end),
              r.state_at)
            from candidate c join reminder r on r.id = c.id join batch b on b.id = r.batch_id
            where r.source not like '%~sandbox' order by r.source, r.batch_id, r.line
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
