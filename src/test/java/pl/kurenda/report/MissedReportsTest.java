package pl.kurenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.report.ReportOutcome.Made;
import pl.kurenda.report.page.ReportNode;

/** Reports of days on which no node was running. */
class MissedReportsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @TempDir
    Path home;

    private DataSource dataSource;
    private LedgerRows ledger;
    private ReportNode node;

    @BeforeEach
    void open() {
        dataSource = DatabaseFixture.migrated();
        ledger = new LedgerRows(dataSource);
        node = new ReportNode(dataSource, home, "2026-11-25T00:10:00");
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void todayTellsTheFactsSoFarAndIsMadeWhenItIsOver() {
        ledger.aDay();
        node.setClock("2026-11-24T23:00:00");
        assertThat(node.report().make(DAY)).isInstanceOf(Made.class);
        assertThat(text("unknown-2026-11-24.csv")).contains("tax.csv;4;");
        assertThat(node.days().made(DAY, DAY)).isEmpty();
        node.setClock("2026-11-25T00:10:00");
        assertThat(node.report().makeMissing()).contains(DAY);
        assertThat(node.days().made(DAY, DAY)).containsExactly(DAY);
    }

    @Test
    void makesWhatIsMissingOnceGapsIncluded() {
        assertThat(node.report().makeMissing()).as("an empty ledger").isEmpty();
        ledger.aDay();
        assertThat(node.report().makeMissing()).containsExactly(LocalDate.of(2026, 11, 20), d(21), d(22), d(23), d(24));
        assertThat(node.report().makeMissing()).isEmpty();
        sql("delete from report_day where day = '2026-11-22'");
        node.setClock("2026-11-26T00:10:00");
        assertThat(node.report().makeMissing()).containsExactly(d(22), d(25));
    }

    @Test
    void theDayIsNotBookedWhenItsFilesCannotBeWritten() throws IOException {
        ledger.aDay();
        Files.createDirectories(home.resolve("dropbox"));
        Files.writeString(home.resolve("dropbox/outbound"), "in the way");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> node.report().makeMissing()))
                .hasMessageContaining("cannot be written");
        assertThat(node.days().made(d(1), d(24))).isEmpty();
        node.report().atStart();
        Files.delete(home.resolve("dropbox/outbound"));
        assertThat(node.report().makeMissing()).hasSize(5);
    }

    @Test
    void aDayIsNotOverBeforeItsLastFactsAreCommitted() {
        ledger.aDay();
        node.setClock("2026-11-25T00:09:59");
        node.report().atStart();
        assertThat(node.days().made(d(1), d(30))).containsExactly(d(20), d(21), d(22), d(23));
        assertThat(node.report().make(d(24))).isInstanceOf(Made.class);
        assertThat(home.resolve("dropbox/outbound/chain-2026-11-24.txt"))
                .as("what is made by hand is no link yet")
                .doesNotExist();
        node.setClock("2026-11-25T00:10:00");
        assertThat(node.report().makeMissing()).containsExactly(d(24));
    }

    private static LocalDate d(int day) {
        return LocalDate.of(2026, 11, day);
    }

    private void sql(String statement) {
        new org.springframework.jdbc.core.JdbcTemplate(dataSource).update(statement);
    }

    private String text(String name) {
        try {
            return Files.readString(home.resolve("dropbox/outbound").resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
