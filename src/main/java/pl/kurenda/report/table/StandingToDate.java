package pl.kurenda.report.table;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.ledger.report.ReportDays;
import pl.kurenda.ledger.report.ReportDays.Standing;
import pl.kurenda.report.core.Period;

/**
 * Counts the reminders in each state at the end of a day, over all files complete by then. It uses the figures that the
 * first report of the day recorded. If there are none yet, it takes the current counters and subtracts the few changes
 * since the day. Reminders of older files are read only if they have changed since.
 */
public final class StandingToDate {
    private static final String NOW_LESS_CHANGES = ChangesAfter.OF_ALL + """
            , moved as (
              select reminder_id, state from was
              union all
              select r.id, 'SUBMITTING' from (select distinct batch_id from in_hand) i join reminder r on r.batch_id = i.batch_id
              where r.state = 'SUBMITTING' and r.state_at < :end)
            select x.source, x.state, sum(x.n), sum(x.amount) from (
              select b.source, c.state, c.reminders n, c.amount from state_count c join batch b on b.id = c.batch_id
              where c.state <> 'REJECTED_ROW' and b.loaded_at < :end
              union all
              select r.source, if(s.sign > 0, m.state, if(r.state in ('CLAIMED', 'SUBMITTING'), 'QUEUED', r.state)),
                s.sign, s.sign * r.amount
              from moved m join reminder r on r.id = m.reminder_id join batch b on b.id = r.batch_id
                join (select 1 sign union all select -1) s
              where b.loaded_at < :end) x
            where x.source not like '%~sandbox' group by x.source, x.state having sum(x.n) <> 0 or sum(x.amount) <> 0
            """;

    private final JdbcClient jdbc;
    private final ReportDays days;

    StandingToDate(JdbcClient jdbc, ReportDays days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    public List<Standing> of(Period period) {
        List<Standing> kept = days.standing(period.day());
        return kept.isEmpty() ? count(period) : kept;
    }

    private List<Standing> count(Period period) {
        return jdbc.sql(NOW_LESS_CHANGES)
                .param("end", period.end())
                .param("day", period.day())
                .param("states", ChangesAfter.STATES)
                .query((row, n) -> new Standing(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }
}
