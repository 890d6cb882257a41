package pl.kurenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.report.page.ReportNode;

/**
 * The state of a reminder at midnight, derived from later rows: one row may record two changes, an outcome records one.
 */
class StateAtTheEndOfTheDayTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final String BEFORE = "2026-11-24T22:59:59.999";
    private static final String AFTER = "2026-11-24T23:00:00";
    private static final String LATER = "2026-11-24T23:00:01";

    @TempDir
    Path home;

    @ParameterizedTest(name = "submitting at {0}, answered at {1}, delivered: {2}")
    @CsvSource({
        BEFORE + ", " + BEFORE + ", false, ENROUTE",
        BEFORE + ", " + AFTER + ", false, SUBMITTING",
        AFTER + ", " + AFTER + ", false, QUEUED",
        BEFORE + ", " + BEFORE + ", true, ENROUTE",
        BEFORE + ", " + AFTER + ", true, SUBMITTING",
        AFTER + ", " + AFTER + ", true, QUEUED"
    })
    void isToldByTheFirstChangeAfterIt(String began, String answered, boolean delivered, String state)
            throws IOException {
        DataSource dataSource = DatabaseFixture.migrated();
        LedgerRows ledger = new LedgerRows(dataSource);
        JdbcTemplate sql = new JdbcTemplate(dataSource);
        long batch = ledger.file("tax", "tax.csv", "2026-11-24T10:00:00");
        long reminder = ledger.reminder(batch, 2, "QUEUED", 500);
        ledger.closed(batch);
        ledger.change(reminder, answered, "SUBMITTING", "ENROUTE");
        sql.update("update history set began_at = ?", began);
        if (delivered) {
            ledger.outcome(reminder, "2026-11-25", LATER, "DELIVERED", null, 1);
            sql.update("update outcome set from_state = 'ENROUTE', who = 'receipt'");
            sql.update("update reminder set state = 'DELIVERED'");
        }
        try (ReportNode node = new ReportNode(dataSource, home, "2026-11-25T00:10:00")) {
            node.report().make(DAY);
        }
        assertThat(Files.readString(home.resolve("dropbox/outbound/summary-" + DAY + ".csv")))
                .contains("tax;" + state + ";1;5,00;1;5,00", ";OK;");
    }
}
