package pl.kurenda.report.table;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.core.ReportSettings.Upomnienie;
import pl.kurenda.report.core.ReportTable;
import pl.kurenda.report.core.RowSink;

/**
 * The debts for which a formal reminder (upomnienie) is due on the day: a set number of days have passed since their
 * first informational action, and they are still unpaid as known at the end of the day. Each debt is listed once, on
 * that day.
 */
final class UpomnienieTable implements ReportTable {
    private static final List<String> COLUMNS = List.of(
            "source",
            "reference",
            "account",
            "masked phone",
            "amount",
            "due date",
            "form",
            "first action",
            "days",
            "outcome",
            "file",
            "line");

    private static final String FIRST = """
            from segment s join reminder r on r.id = s.reminder_id join batch b on b.id = r.batch_id
            where s.answered_at >= :start and s.answered_at < :startEnd and s.number = 1 and s.message_id is not null
              and r.source <> 'opt-out' and r.source not like '%~sandbox' and (:source is null or r.source = :source) and not exists (
                select 1 from reminder e join segment x on x.reminder_id = e.id and x.number = 1
                where e.debt_key = r.debt_key and e.id <> r.id and x.message_id is not null
                  and (x.answered_at < s.answered_at or x.answered_at = s.answered_at and e.id < r.id))
            """;
    /**
     * The amount still owed: at most the amount last asked for, and at most the amount of the first reminder less what
     * was paid since its file was written.
     */
    private static final String ROWS = """
            select * from (
              select r.reference, r.account, r.masked_phone, least(
                (select l.amount from reminder l join batch k on k.id = l.batch_id
                 where l.debt_key = r.debt_key and k.loaded_at < :end order by l.batch_id desc, l.line desc limit 1),
                r.amount - greatest(
                  coalesce((select sum(p.amount) from payment p
                    where p.debt_key = r.debt_key and p.origin = 'FILE' and p.booked_at < :end
                      and p.paid_on >= date(least(b.file_modified, b.received_at) + interval :offset second)), 0),
                  coalesce((select sum(p.amount) from payment p
                    where p.debt_key = r.debt_key and p.origin = 'EXPORT' and p.booked_at < :end), 0))) owed,
                r.due, s.answered_at,
                (select o.state from outcome o where o.reminder_id = r.id and o.day <= :day order by o.id desc limit 1) state,
                b.filed_name, r.line, r.batch_id
              %s) d where d.owed >= :minimum order by d.batch_id, d.line
            """.formatted(FIRST);

    private final JdbcClient jdbc;
    private final Upomnienie when;
    private final String source;

    UpomnienieTable(JdbcClient jdbc, Upomnienie when, String source) {
        this.jdbc = jdbc;
        this.when = when;
        this.source = source;
    }

    /** Returns the sources of the debts whose first action was that many days ago. */
    static List<String> sources(JdbcClient jdbc, Upomnienie when, Period period) {
        return when.days() == 0
                ? List.of()
                : jdbc.sql("select distinct r.source " + FIRST + " order by r.source")
                        .params(first(when, null, period))
                        .query(String.class)
                        .list();
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void rows(Period period, RowSink sink) {
        Map<String, Object> values = first(when, source, period);
        values.put("end", period.end());
        values.put(
                "offset",
                Duration.between(period.start(), period.day().atStartOfDay()).toSeconds());
        values.put("day", period.day());
        values.put("minimum", when.minimumAmount().movePointRight(2).longValueExact());
        jdbc.sql(ROWS).params(values).query((RowCallbackHandler) row -> sink.row(
                source,
                row.getString(1),
                row.getString(2),
                row.getString(3),
                BigDecimal.valueOf(row.getLong(4), 2),
                row.getObject(5, LocalDate.class),
                "SMS",
                period.local(row.getObject(6, LocalDateTime.class)),
                when.days(),
                row.getString(7),
                row.getString(8),
                row.getInt(9)));
    }

    private static Map<String, Object> first(Upomnienie when, String source, Period period) {
        Period then = new Period(period.day().minusDays(when.days()), period.office());
        Map<String, Object> values = new HashMap<>();
        values.put("source", source);
        values.put("start", then.start());
        values.put("startEnd", then.end());
        return values;
    }
}
