package pl.kurenda.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.TallyCheck;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.RandomLife;
import pl.kurenda.ledger.RetentionFixture;
import pl.kurenda.ledger.report.ReportDays.Standing;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.page.ReportNode;

/** The sums to date, whether stored or from the counters, equal a count of every reminder and every later change. */
class StandingToDateTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 24);
    private static final int DAYS = 4;

    /** Slow but exact: each reminder in the state before its first change after the day. */
    private static final String IN_FULL = """
            with change_after as (
              select reminder_id, 2 * id + 1 n, from_state state from history where at >= :end
              union all
              select reminder_id, 2 * id, 'QUEUED' from history where at >= :end and began_at >= :end
              union all
              select reminder_id, 2 * id + 1, from_state from outcome where day > :day and from_state is not null),
            first as (select reminder_id, min(n) n from change_after group by reminder_id),
            was as (select c.reminder_id, c.state from change_after c join first f on f.reminder_id = c.reminder_id and f.n = c.n)
            select r.source, if(coalesce(was.state, r.state) = 'CLAIMED', 'QUEUED', coalesce(was.state, r.state)) as_of,
              count(*), sum(r.amount)
            from batch b join reminder r on r.batch_id = b.id left join was on was.reminder_id = r.id
            where b.loaded_at < :end group by r.source, as_of order by r.source, as_of
            """;

    private static final String UNKNOWN_IN_FULL = """
            select count(*) from reminder r where 'UNKNOWN' = (
              select h.to_state from history h where h.reminder_id = r.id and h.at < :end order by h.id desc limit 1)
              and not exists (select 1 from outcome o where o.reminder_id = r.id and o.from_state is not null and o.day <= :day)
            """;

    @TempDir
    Path home;

    private final LedgerFixture ledger = new LedgerFixture();
    private final JdbcClient jdbc = JdbcClient.create(ledger.dataSource());

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void areWhatAFullCountSays(long seed) throws IOException {
        RandomLife life = new RandomLife(ledger, seed);
        List<String> made = new ArrayList<>();
        try (ReportNode node = new ReportNode(ledger.dataSource(), home, FIRST + "T00:20:00")) {
            for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
                live(life, day);
                made.add(report(node, day));
            }
            live(life, FIRST.plusDays(DAYS));
            life.end();
            setClock(node);
            TallyCheck.exact(jdbc);
            assertThat(states()).as("the life has seen enough").hasSizeGreaterThan(8);
            erase();
            for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
                String before = made.get((int) FIRST.until(day, ChronoUnit.DAYS));
                assertThat(kept(day)).as("kept of " + day).isEqualTo(inFull(day));
                assertThat(report(node, day)).as("from what was kept of " + day).isEqualTo(before);
                jdbc.sql("delete from day_standing where day = ?").param(day).update();
                assertThat(report(node, day)).as("counted anew of " + day).isEqualTo(before);
                assertThat(before).contains(";OK;");
            }
            assertThat(jdbc.sql("select count(*) from report_chain")
                            .query(Integer.class)
                            .single())
                    .as("no revision")
                    .isEqualTo(DAYS);
        }
    }

    /** Simulates a day until twenty past midnight, with reminders in progress and a half-loaded file. */
    private void live(RandomLife life, LocalDate day) {
        LocalDateTime end = new Period(day, ReportNode.WARSAW).end().plusMinutes(20);
        while (now().isBefore(end)) {
            life.goOn();
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(ledger.clock().instant(), ZoneOffset.UTC);
    }

    private void setClock(ReportNode node) {
        node.setClockUtc(now().toString());
    }

    private String report(ReportNode node, LocalDate day) throws IOException {
        setClock(node);
        node.product().make(day);
        assertThat(Files.readAllLines(home.resolve("dropbox/outbound/unknown-" + day + ".csv")))
                .hasSize(1 + unknown(day));
        return Files.readString(home.resolve("dropbox/outbound/summary-" + day + ".csv"));
    }

    private int unknown(LocalDate day) {
        return jdbc.sql(UNKNOWN_IN_FULL)
                .param("end", new Period(day, ReportNode.WARSAW).end())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    private List<Standing> kept(LocalDate day) {
        return jdbc.sql("select * from day_standing where day = ? order by source, state")
                .param(day)
                .query((row, n) -> new Standing(row.getString(2), row.getString(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    private List<Standing> inFull(LocalDate day) {
        return jdbc
                .sql(IN_FULL)
                .param("end", new Period(day, ReportNode.WARSAW).end())
                .param("day", day)
                .query((row, n) -> new Standing(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Standing::source).thenComparing(Standing::state))
                .toList();
    }

    private List<String> states() {
        return jdbc.sql("select distinct state from reminder")
                .query(String.class)
                .list();
    }

    private void erase() {
        ledger.clock().advance(Duration.ofDays(120));
        RetentionFixture.on(ledger.dataSource(), ledger.clock())
                .erase(ledger.clock().instant().minus(Duration.ofDays(90)), true);
    }
}
