package pl.kurenda.report.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.report.LedgerRows;
import pl.kurenda.report.chain.ChainCheck.Broken;
import pl.kurenda.report.chain.ChainCheck.Flaw;
import pl.kurenda.report.core.Sha256;
import pl.kurenda.report.page.ReportNode;

/** What the check reports after a chain over three days was changed. */
class ChainTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 22);

    @TempDir
    Path home;

    private DataSource dataSource;
    private ReportNode node;

    @BeforeEach
    void threeDays() {
        dataSource = DatabaseFixture.migrated();
        LedgerRows ledger = new LedgerRows(dataSource);
        ledger.aDay();
        node = new ReportNode(dataSource, home, "2026-11-25T00:10:00");
        for (int day = 0; day < 3; day++) {
            node.report().make(FIRST.plusDays(day));
        }
    }

    @AfterEach
    void close() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource({
        "outcomes-2026-11-22.csv, chain-2026-11-22.txt",
        "summary-2026-11-23.csv,  chain-2026-11-23.txt",
        "unknown-2026-11-24.csv,  chain-2026-11-24.txt",
        "report-2026-11-24.xlsx,  chain-2026-11-24.txt",
        "chain-2026-11-23.txt,    chain-2026-11-23.txt"
    })
    void aChangedOrMissingFileBreaksItsLink(String name, String link) throws IOException {
        Path file = outbound(name);
        byte[] octets = Files.readAllBytes(file);
        octets[octets.length / 2] ^= 1;
        Files.write(file, octets);
        assertThat(broken()).isEqualTo(new Broken(Flaw.FILE_CHANGED, link, name));
        Files.delete(file);
        assertThat(broken()).isEqualTo(new Broken(Flaw.FILE_MISSING, link, name));
        node.report().make(LocalDate.parse(name.replaceAll("^[a-z]+-([0-9-]{10}).*", "$1")));
        assertThat(broken()).as("made again it is as it was").isNull();
    }

    @Test
    void whoMendsTheHashesAsWellIsFoundOutByTheNextLinkAndByTheDatabase() throws IOException {
        Path summary = outbound("summary-2026-11-22.csv");
        Files.writeString(summary, Files.readString(summary).replace("11,00", "10,00"));
        Path link = outbound("chain-2026-11-22.txt");
        String forged = Files.readString(link).replaceAll("\\S+(?=  summary)", Sha256.of(summary));
        Files.writeString(link, forged);
        assertThat(broken()).isEqualTo(new Broken(Flaw.FILE_CHANGED, "chain-2026-11-22.txt", "chain-2026-11-22.txt"));
        sql("update report_chain set text = ?, sha256 = ? where number = 1", forged, Sha256.of(forged));
        assertThat(broken()).isEqualTo(new Broken(Flaw.LINK_CHANGED, "chain-2026-11-23.txt", "chain-2026-11-23.txt"));
    }

    @Test
    void aLinkTakenOutOfTheDatabaseIsMissed() {
        sql("delete from report_chain where number = 2");
        assertThat(broken()).isEqualTo(new Broken(Flaw.DAY_MISSING, "chain-2026-11-24.txt", "2026-11-23"));
        sql("delete from report_chain where number = 3");
        assertThat(broken()).isEqualTo(new Broken(Flaw.DAY_MISSING, "chain-2026-11-23.txt", "2026-11-23"));
        sql("delete from report_day where day > '2026-11-22'");
        assertThat(broken()).isEqualTo(new Broken(Flaw.LINK_UNKNOWN, "chain-2026-11-23.txt", "chain-2026-11-23.txt"));
    }

    @Test
    void aDaySkippedIsMissedUntilItIsMadeUpFor() {
        node.setClock("2026-11-27T00:10:00");
        node.report().make(LocalDate.of(2026, 11, 26));
        assertThat(broken()).isEqualTo(new Broken(Flaw.DAY_MISSING, "chain-2026-11-26.txt", "2026-11-25"));
        node.report().make(LocalDate.of(2026, 11, 25));
        assertThat(broken()).isNull();
    }

    @Test
    void eachLinkNamesTheOneBeforeAsSha256sumWritesIt() {
        String text = text("chain-2026-11-23.txt");
        assertThat(text)
                .startsWith(
                        "# Kurenda; to check: sha256sum -c chain-2026-11-23.txt\n# day 2026-11-23, revision 1, link 2\n"
                                + Sha256.of(text("chain-2026-11-22.txt")) + "  chain-2026-11-22.txt\n")
                .contains(Sha256.of(text("outcomes-2026-11-23.csv")) + "  outcomes-2026-11-23.csv\n");
        assertThat(text.lines().filter(line -> !line.startsWith("#"))).hasSize(6);
    }

    @Test
    void aDayWhoseFactsWereChangedIsARevisionBesideTheOldOne() {
        Map<String, String> before = all();
        sql("update outcome set cost = 9.99 where day = '2026-11-24' and state = 'DELIVERED' and source = 'tax'");
        node.report().make(LocalDate.of(2026, 11, 24));
        Map<String, String> after = all();
        assertThat(after).containsAllEntriesOf(before).hasSize(before.size() + 6);
        assertThat(after.keySet())
                .contains("chain-2026-11-24.r2.txt", "outcomes-2026-11-24.r2.csv", "report-2026-11-24.r2.xlsx");
        assertThat(text("outcomes-2026-11-24.r2.csv")).contains("9,99");
        assertThat(text("chain-2026-11-24.r2.txt"))
                .contains(Sha256.of(text("chain-2026-11-24.txt")) + "  chain-2026-11-24.txt");
        node.report().make(LocalDate.of(2026, 11, 24));
        assertThat(all()).as("and is not revised again").isEqualTo(after);
        assertThat(broken()).isNull();
    }

    @Test
    void theBillOfAMonthIsChainedWithItsLastDayAndNotWrittenOver() {
        node.setClock("2026-12-01T00:10:00");
        node.report().makeMissing();
        assertThat(text("chain-2026-11-29.txt")).doesNotContain("billing");
        assertThat(text("chain-2026-11-30.txt"))
                .contains(Sha256.of(text("billing-2026-11.csv")) + "  billing-2026-11.csv");
        Map<String, String> before = all();
        sql("update segment set answered_at = '2026-10-01' where answered_at < '2026-11-24'");
        node.report().make(LocalDate.of(2026, 11, 29));
        assertThat(all()).containsAllEntriesOf(before);
        node.report().make(LocalDate.of(2026, 11, 30));
        assertThat(all()).containsAllEntriesOf(before).containsKey("billing-2026-11.r2.csv");
        assertThat(broken()).isNull();
    }

    @Test
    void aReportOfTodayIsNoLink() {
        node.report().make(LocalDate.of(2026, 11, 25));
        assertThat(outbound("chain-2026-11-25.txt")).doesNotExist();
        assertThat(broken()).isNull();
    }

    private Broken broken() {
        try {
            return node.check().walk().broken().orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path outbound(String name) {
        return home.resolve("dropbox/outbound").resolve(name);
    }

    private String text(String name) {
        try {
            return Files.readString(outbound(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> all() {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(outbound("."))) {
            for (Path file : files.toList()) {
                found.put(file.getFileName().toString(), Sha256.of(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private void sql(String statement, Object... values) {
        new JdbcTemplate(dataSource).update(statement, values);
    }
}
