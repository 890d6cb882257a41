package pl.kurenda.report.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.ledger.RetentionFixture;
import pl.kurenda.report.LedgerRows;
import pl.kurenda.report.page.ReportNode;

/** Reports of past days come out byte for byte as before, even after the personal data was erased. */
class ReportsAfterErasureTest {
    private static final String UPOMNIENIE = "kurenda.report.upomnienie.days=7";

    @TempDir
    Path before;

    @TempDir
    Path after;

    private final DataSource dataSource = DatabaseFixture.migrated();
    private final LedgerRows ledger = new LedgerRows(dataSource);
    private final JdbcTemplate sql = new JdbcTemplate(dataSource);

    @Test
    void areTheSame() throws IOException {
        facts();
        Map<String, String> made = report(before);
        assertThat(made.keySet())
                .anyMatch(name -> name.contains("upomnienie-"))
                .anyMatch(name -> name.contains("effect-"));
        Clock clock = Clock.fixed(Instant.parse("2027-03-10T10:00:00Z"), ZoneId.of("Europe/Warsaw"));
        int erased = RetentionFixture.on(dataSource, clock)
                .erase(Instant.parse("2026-12-10T10:00:00Z"), true)
                .files();
        assertThat(erased).isEqualTo(2);
        assertThat(count("reminder where msisdn <> '' or text <> '' or name is not null"))
                .isZero();
        assertThat(count("rejected_row where raw <> ''")).isZero();
        assertThat(count("reminder where reference is null and debt_key = sha2('a', 256)"))
                .isZero();
        sql.update("delete from report_chain");
        sql.update("delete from source_report");
        sql.update("delete from day_standing");
        assertThat(report(after)).isEqualTo(made);
    }

    /** Adds one debt twice without a reference, paid in between, and a rejected row. */
    private void facts() {
        for (String day : List.of("2026-11-02", "2026-11-05")) {
            long file = ledger.file("tax", "tax-" + day + ".csv", day + "T08:00:00");
            ledger.rejected(file, 5, 500L);
            for (int line = 2; line <= 3; line++) {
                long id = ledger.reminder(file, line, "ENROUTE", 10_000);
                ledger.segment(id, 1, day + "T09:00:00", "m" + id);
                ledger.change(id, day + "T11:00:00", "ENROUTE", "DELIVERED");
                ledger.outcome(id, day, day + "T11:00:00", "DELIVERED", null, 1);
            }
            ledger.closed(file);
        }
        sql.update("update batch set template = '{amount} zl'");
        sql.update(
                "update reminder set debt_key = unhex(sha2(concat('a', line), 256)), name = 'Jan', account = '61109010140000071219812874',"
                        + " reference = if(line = 2, null, 'R3')");
        sql.update("""
                insert into payment (source, debt_key, paid_on, amount, origin, origin_id, identity, ordinal, part, booked_at)
                select source, debt_key, '2026-11-07', 4000, 'FILE', 1, debt_key, 1, 1, '2026-11-08'
                from reminder where batch_id = 1""");
    }

    private Map<String, String> report(Path home) throws IOException {
        try (ReportNode node = new ReportNode(dataSource, home, "2027-03-10T12:00:00", UPOMNIENIE)) {
            for (String day : List.of("2026-11-02", "2026-11-05", "2026-11-09", "2026-11-30")) {
                node.report().make(LocalDate.parse(day));
            }
        }
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(home.relativize(file).toString(), Sha256.of(file));
            }
        }
        return files;
    }

    private int count(String from) {
        return sql.queryForObject("select count(*) from " + from, Integer.class);
    }
}
