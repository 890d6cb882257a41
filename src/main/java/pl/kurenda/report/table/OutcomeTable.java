package pl.kurenda.report.table;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.core.ReportTable;
import pl.kurenda.report.core.RowSink;

/**
 * The reminders that became final on the day, and the corrections booked on it. An incomplete file may still disappear,
 * so its rows appear on the day it is complete.
 */
final class OutcomeTable implements ReportTable {
    private static final List<String> COLUMNS = List.of(
            "date",
            "source",
            "file",
            "line",
            "reference",
            "masked phone",
            "amount",
            "due date",
            "state",
            "reason",
            "segments",
            "cost",
            "sent at",
            "final at",
            "correction");
    private static final String ROWS = """
            select o.day, o.source, b.filed_name, r.line, r.reference, r.masked_phone, r.amount, r.due, o.state, o.reason,
              o.segments, o.cost, o.sent_at, o.final_at, o.correction
            from outcome o join reminder r on r.id = o.reminder_id join batch b on b.id = r.batch_id
            where o.day = ? and b.loaded_at is not null and o.source not like '%~sandbox' order by o.source, r.batch_id, r.line, o.id
            """;

    private final JdbcClient jdbc;

    OutcomeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void rows(Period period, RowSink sink) {
        jdbc.sql(ROWS).param(period.day()).query((RowCallbackHandler) row -> sink.row(
                row.getObject(1, LocalDate.class),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                BigDecimal.valueOf(row.getLong(7), 2),
                row.getObject(8, LocalDate.class),
                row.getString(9),
                row.getString(10),
                row.getInt(11),
                row.getBigDecimal(12),
                time(period, row, 13),
                time(period, row, 14),
                row.getBoolean(15) ? "yes" : null));
    }

    private static LocalDateTime time(Period period, ResultSet row, int column) throws SQLException {
        return period.local(row.getObject(column, LocalDateTime.class));
    }
}
