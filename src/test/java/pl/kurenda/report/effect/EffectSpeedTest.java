package pl.kurenda.report.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.report.LedgerRows;
import pl.kurenda.report.page.ReportNode;

/** The effect of 100,000 reminders; every second debt was paid. */
class EffectSpeedTest {
    private static final int ROWS = 100_000;

    @TempDir
    Path home;

    @Test
    void aMonthOfAHundredThousandRemindersIsToldInTime() {
        DataSource dataSource = DatabaseFixture.migrated();
        new LedgerRows(dataSource).many("tax", "tax.csv", "2026-11-10T07:00:00", ROWS);
        JdbcTemplate sql = new JdbcTemplate(dataSource);
        sql.update("update reminder set debt_key = unhex(sha2(id, 256))");
        sql.update("""
                insert into payment (source, debt_key, paid_on, amount, origin, origin_id, identity, ordinal, part, booked_at)
                select source, debt_key, '2026-11-15', amount, 'FILE', 1, debt_key, 1, 1, '2026-11-16'
                from reminder where id mod 2 = 0""");
        try (ReportNode node = new ReportNode(dataSource, home, "2026-11-26T00:10:00")) {
            long start = System.nanoTime();
            List<EffectLine> lines = node.effect().now(YearMonth.of(2026, 11));
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            LoggerFactory.getLogger(getClass()).info("effect of {} reminders in {} ms", ROWS, taken.toMillis());
            assertThat(lines.get(lines.size() - 1).paid()).containsExactly(0L, 50_000L, 50_000L, 50_000L);
            // a generous limit, because other builds on the machine affect the wall clock
            assertThat(taken).isLessThan(Duration.ofSeconds(60));
        }
    }
}
