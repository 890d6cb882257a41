package pl.kurenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.JdbcTemplate;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.ledger.report.ReportChain;
import pl.kurenda.report.page.ReportNode;

class ReportCommandTest {
    @TempDir
    static Path home;

    private static ReportNode node;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void open() {
        DataSource dataSource = DatabaseFixture.migrated();
        LedgerRows ledger = new LedgerRows(dataSource);
        ledger.closed(ledger.file("tax", "first.csv", "2026-11-21T07:00:00"));
        node = new ReportNode(dataSource, home, "2026-11-25T00:10:00");
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report",
                "report --date",
                "report 2026-11-24",
                "report --date=2026-11-24 --date=2026-11-23",
                "report --date=2026-11-24 --dte=1",
                "report again --date=2026-11-24",
                "report --verify --date=2026-11-24",
                "report --verify=2026-11-24",
                "report --verify again"
            })
    void wrongUsageIsTold(String line) {
        assertThat(run(Locale.ENGLISH, line)).isEqualTo(2);
        assertThat(err.toString()).startsWith("Usage: java -jar kurenda.jar report --date=yyyy-mm-dd");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 24.11.2026 | '24.11.2026' is not a date; write it as yyyy-mm-dd, for example 2026-11-24.",
                "pl | 2026-11-31 | „2026-11-31” nie jest datą; proszę ją podać jako rrrr-mm-dd, na przykład 2026-11-24.",
                "en | 2026-11-26 | 2026-11-26 has not come yet: today is 2026-11-25. A report can be made of today or of a past day.",
                "en | 2026-11-20 | 2026-11-20 is before the first file, which came on 2026-11-21: there is nothing to report.",
                "pl | 2026-11-20 | 2026-11-20 to dzień sprzed pierwszego pliku, który przyjęto 2026-11-21: nie ma czego raportować.",
                "pl | 2026-11-26 | 2026-11-26 jeszcze nie nadszedł: dziś jest 2026-11-25. Raport można sporządzić za dzień dzisiejszy lub miniony."
            },
            quoteCharacter = '`')
    void aDateThatWillNotDoIsRefusedInOneSentence(String language, String date, String sentence) {
        assertThat(run(Locale.forLanguageTag(language), "report --date=" + date))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo(sentence);
        assertThat(home.resolve("dropbox/outbound/summary-2026-11-26.csv")).doesNotExist();
        assertThat(home.resolve("dropbox/outbound/chain-2026-11-20.txt")).doesNotExist();
    }

    @Test
    void theNewestLinkIsToldSoThatItCanBeNoted() throws IOException {
        run(Locale.ENGLISH, "report --date=2026-11-24");
        out.reset();
        assertThat(node.report().makeMissing()).isNotEmpty();
        assertThat(run(Locale.ENGLISH, "report --verify")).isZero();
        List<String> told = out.toString().lines().toList();
        ReportChain.Link newest = new JdbcTemplate(node.dataSource())
                .queryForObject(
                        "select * from report_chain order by number desc limit 1",
                        (row, n) -> new ReportChain.Link(
                                row.getInt("number"),
                                row.getObject("day", LocalDate.class),
                                row.getInt("revision"),
                                row.getString("sha256"),
                                row.getString("text")));
        assertThat(told)
                .hasSize(2)
                .last()
                .isEqualTo("Newest link: number " + newest.number() + ", day " + newest.day() + ", SHA-256 "
                        + newest.sha256() + ". Note it outside of this system.");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23, 8", "2026-11-25, 7"})
    void theFilesOfAPastDayOrTodayArePrinted(String date, int files) {
        assertThat(run(Locale.ENGLISH, "report --date=" + date + " --kurenda.home=x"))
                .isZero();
        assertThat(out.toString().lines().map(Path::of)).hasSize(files).allMatch(Files::isRegularFile);
        assertThat(out.toString()).contains("outbound/report-" + date + ".xlsx");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theOtherNodeGoesFirst() {
        try (ReportNode other = new ReportNode(node.dataSource(), home, "2026-11-25T00:10:00")) {
            int code = other.lock()
                    .run(() -> CompletableFuture.supplyAsync(() -> run(Locale.ENGLISH, "report --date=2026-11-22"))
                            .join())
                    .orElseThrow();
            assertThat(code).isEqualTo(1);
            assertThat(err.toString()).startsWith("A report is being made just now");
        }
    }

    private int run(Locale locale, String line) {
        return new ReportCommand(node.report(), node.check(), locale, stream(out), stream(err))
                .run(new DefaultApplicationArguments(line.split(" ")));
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
