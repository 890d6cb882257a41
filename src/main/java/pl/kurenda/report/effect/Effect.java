package pl.kurenda.report.effect;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.core.ReportSettings;

/**
 * Computes what was paid after the reminders of a month, as known at the end of a day. Sources without any reported
 * payment are left out: nothing is known about them.
 */
@Component
public class Effect {
    /** The office day of a time. A month has at most one clock change. */
    private static final String DAY = "date(%1$s + interval if(%1$s < :change, :before, :after) second)";

    /** The first payment of a source that belongs to a debt; reading all of them would cover years. */
    private static final String TOLD = """
            select s.source from (select distinct source from payment) s
            where s.source not like '%~sandbox' and exists (
              select 1 from payment p force index (payment_source)
              where p.source = s.source and p.booked_at < :asOf and p.debt_key is not null)
            order by s.source
            """;

    private static final String LINES = """
            with sent as (
              select r.id, r.source, r.debt_key, r.amount, coalesce(s.price * r.segments, r.cost) cost, r.segments, b.template, s.answered_at at, %s day
              from segment s force index (segment_answered) straight_join reminder r force index (primary) on r.id = s.reminder_id
                straight_join batch b force index (primary) on b.id = r.batch_id
              where s.answered_at >= :start and s.answered_at < :end and s.number = 1 and s.message_id is not null
                and r.source in (:sources)),
            credit as (
              select t.id, p.amount, p.origin, datediff(p.paid_on, t.day) late
              from sent t straight_join payment p force index (payment_debt) on p.debt_key = t.debt_key and p.booked_at < :asOf
                and p.paid_on >= t.day and p.paid_on <= t.day + interval 30 day
              where not exists (
                select 1 from reminder n force index (reminder_debt) straight_join segment m force index (primary) on m.reminder_id = n.id and m.number = 1
                where n.debt_key = t.debt_key and n.id <> t.id and m.message_id is not null
                  and m.answered_at > t.at and m.answered_at < :asOf and %s <= p.paid_on)),
            paid as (
              select id,
                greatest(sum(if(origin = 'FILE' and late <= 3, amount, 0)), sum(if(origin = 'EXPORT' and late <= 3, amount, 0))) p3,
                greatest(sum(if(origin = 'FILE' and late <= 7, amount, 0)), sum(if(origin = 'EXPORT' and late <= 7, amount, 0))) p7,
                greatest(sum(if(origin = 'FILE' and late <= 14, amount, 0)), sum(if(origin = 'EXPORT' and late <= 14, amount, 0))) p14,
                greatest(sum(if(origin = 'FILE', amount, 0)), sum(if(origin = 'EXPORT', amount, 0))) p30
              from credit group by id)
            select t.source, coalesce(t.template, ''), t.segments, count(*), sum(t.amount), sum(t.cost),
              coalesce(sum(p3 >= t.amount), 0), coalesce(sum(p7 >= t.amount), 0), coalesce(sum(p14 >= t.amount), 0),
              coalesce(sum(p30 >= t.amount), 0), coalesce(sum(p30 > 0 and p30 < t.amount), 0),
              coalesce(sum(least(p3, t.amount)), 0), coalesce(sum(least(p7, t.amount)), 0),
              coalesce(sum(least(p14, t.amount)), 0), coalesce(sum(least(p30, t.amount)), 0)
            from sent t left join paid p on p.id = t.id
            group by t.source, t.template, t.segments order by t.source, t.template, t.segments
            """.formatted(DAY.formatted("s.answered_at"), DAY.formatted("m.answered_at"));
    /**
     * The two groups. Each debt counts once per stage, from the day its first file was loaded. A debt selected for
     * reminding stays in its group whatever happened to the reminder. A debt reminded before the groups existed is in
     * neither.
     */
    private static final String GROUPS = """
            with first as (
              select r.source, r.debt_key, r.stage, max(r.reason <=> 'HOLD_OUT') held, min(%s) day, min(r.amount) amount
              from batch b join reminder r force index (reminder_line) on r.batch_id = b.id
              where b.hold_out and b.source not like '%%~sandbox' and b.state = 'LOADED' and b.loaded_at >= :start and b.loaded_at < :end
                and not (r.state = 'SUPPRESSED' and r.state_at <= b.loaded_at and r.reason <> 'HOLD_OUT')
                and not exists (select 1 from reminder e force index (reminder_debt)
                  where e.debt_key = r.debt_key and e.stage = r.stage
                    and (e.sent_at < b.loaded_at or e.reason = 'HOLD_OUT' and e.state_at < :start))
              group by r.source, r.debt_key, r.stage)
            select source, held, count(*), sum(greatest(
              coalesce((select sum(p.amount) from payment p where p.debt_key = first.debt_key and p.booked_at < :asOf
                and p.origin = 'FILE' and p.paid_on >= day and p.paid_on <= day + interval 30 day), 0),
              coalesce((select sum(p.amount) from payment p where p.debt_key = first.debt_key and p.booked_at < :asOf
                and p.origin = 'EXPORT' and p.paid_on >= day and p.paid_on <= day + interval 30 day), 0)) >= amount)
            from first group by source, held
            """.formatted(DAY.formatted("b.loaded_at"));

    private final JdbcClient jdbc;
    private final Clock clock;
    private final BigDecimal letterCost;

    /** @param letterCost PLN for a letter, null if not set; {@link ReportSettings} checks it */
    Effect(DataSource dataSource, Clock clock, @Value("${kurenda.report.letter-cost:#{null}}") BigDecimal letterCost) {
        this.letterCost = letterCost;
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** PLN for a letter that a reminder replaces, or null. */
    public BigDecimal letterCost() {
        return letterCost;
    }

    /**
     * Returns the reminders of a month as known now. The sum of each source follows its lines; the overall sum comes
     * last.
     */
    public List<EffectLine> now(YearMonth month) {
        return lines(month, new Period(LocalDate.now(clock), clock.getZone()));
    }

    /** Returns the same as {@link #now}, as known at the end of a day. */
    public List<EffectLine> lines(YearMonth month, Period known) {
        Map<String, Object> values = values(month, known);
        List<String> sources = jdbc.sql(TOLD).params(values).query(String.class).list();
        if (sources.isEmpty()) {
            return List.of();
        }
        values.put("sources", sources);
        Map<String, Uplift> uplifts = uplifts(values);
        Map<String, List<EffectLine>> bySource = new LinkedHashMap<>();
        jdbc.sql(LINES)
                .params(values)
                .query((row, n) -> line(row))
                .list()
                .forEach(line -> bySource.computeIfAbsent(line.source(), source -> new ArrayList<>())
                        .add(line));
        List<EffectLine> all = new ArrayList<>();
        EffectLine total = EffectLine.nothing(EffectLine.TOTAL);
        for (Map.Entry<String, List<EffectLine>> source : bySource.entrySet()) {
            EffectLine sum = source.getValue().stream()
                    .reduce(EffectLine.nothing(source.getKey()), EffectLine::plus)
                    .with(uplifts.get(source.getKey()));
            all.addAll(source.getValue());
            all.add(sum);
            total = total.plus(sum);
        }
        all.add(total);
        return all;
    }

    private Map<String, Uplift> uplifts(Map<String, Object> values) {
        Map<String, Uplift> found = new HashMap<>();
        jdbc.sql(GROUPS).params(values).query(row -> {
            boolean held = row.getBoolean(2);
            long all = row.getLong(3);
            long paid = row.getLong(4);
            Uplift group = held ? new Uplift(0, 0, all, paid) : new Uplift(all, paid, 0, 0);
            found.merge(
                    row.getString(1),
                    group,
                    (a, b) -> new Uplift(
                            a.assigned() + b.assigned(),
                            a.assignedPaid() + b.assignedPaid(),
                            a.heldOut() + b.heldOut(),
                            a.heldOutPaid() + b.heldOutPaid()));
        });
        return found;
    }

    private static EffectLine line(ResultSet row) throws SQLException {
        return new EffectLine(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getLong(4),
                row.getLong(5),
                row.getBigDecimal(6),
                List.of(row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10)),
                row.getLong(11),
                List.of(row.getLong(12), row.getLong(13), row.getLong(14), row.getLong(15)),
                null);
    }

    private static Map<String, Object> values(YearMonth month, Period known) {
        ZoneId office = known.office();
        LocalDateTime start = new Period(month.atDay(1), office).start();
        LocalDateTime end = new Period(month.atEndOfMonth(), office).end();
        ZoneOffset before = office.getRules().getOffset(start.toInstant(ZoneOffset.UTC));
        // the reminders to which later payments are credited may belong to the next month
        ZoneOffsetTransition change = office.getRules().nextTransition(start.toInstant(ZoneOffset.UTC));
        Map<String, Object> values = new HashMap<>();
        values.put("start", start);
        values.put("end", end.isBefore(known.end()) ? end : known.end());
        values.put("asOf", known.end());
        values.put(
                "change",
                change == null
                        ? LocalDateTime.of(9999, 1, 1, 0, 0)
                        : LocalDateTime.ofInstant(change.getInstant(), ZoneOffset.UTC));
        values.put("before", before.getTotalSeconds());
        values.put("after", change == null ? 0 : change.getOffsetAfter().getTotalSeconds());
        return values;
    }
}
