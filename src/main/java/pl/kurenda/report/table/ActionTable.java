package pl.kurenda.report.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.core.ReportTable;
import pl.kurenda.report.core.RowSink;

/**
 * The register of informational actions (działania informacyjne, art. 6 § 1b of the act of 17 June 1966 on enforcement
 * proceedings in administration). It lists each reminder that the SMSC accepted, on the day its outcome was booked, and
 * the corrections of that day.
 */
final class ActionTable implements ReportTable {
    static final List<String> COLUMNS = List.of(
            "date",
            "source",
            "form",
            "reference",
            "masked phone",
            "amount",
            "due date",
            "template",
            "sender",
            "outcome",
            "reason",
            "sent at",
            "final at",
            "correction",
            "file",
            "line");
    private static final String SOURCES = """
            select distinct source from outcome where day = ? and segments > 0 and source <> 'opt-out' and source not like '%~sandbox' order by source""";
    /** Opt-out confirmations are not actions: they ask for no payment. */
    private static final String ROWS = """
            select o.day, o.source, r.reference, r.masked_phone, r.amount, r.due, b.template, r.sender, o.state, o.reason,
              o.sent_at, o.final_at, o.correction, b.filed_name, r.line
            from outcome o join reminder r on r.id = o.reminder_id join batch b on b.id = r.batch_id
            where o.day = :day and o.segments > 0 and o.source <> 'opt-out' and o.source not like '%~sandbox' and (:source is null or o.source = :source)
            order by o.source, r.batch_id, r.line, o.id
            """;

    private final JdbcClient jdbc;
    private final String source;

    /** @param source the source to list, null for all */
    ActionTable(JdbcClient jdbc, String source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** Returns the sources with actions on the day. */
    static List<String> sources(JdbcClient jdbc, LocalDate day) {
        return jdbc.sql(SOURCES).param(day).query(String.class).list();
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void rows(Period period, RowSink sink) {
        jdbc.sql(ROWS).param("day", period.day()).param("source", source).query((RowCallbackHandler) row -> sink.row(
                row.getObject(1, LocalDate.class),
                row.getString(2),
                "SMS",
                row.getString(3),
                row.getString(4),
                BigDecimal.valueOf(row.getLong(5), 2),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                period.local(row.getObject(11, LocalDateTime.class)),
                period.local(row.getObject(12, LocalDateTime.class)),
                row.getBoolean(13) ? "yes" : null,
                row.getString(14),
                row.getInt(15)));
    }
}
