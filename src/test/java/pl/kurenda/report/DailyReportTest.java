package pl.kurenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.report.ReportOutcome.Made;
import pl.kurenda.report.ReportOutcome.NotYet;
import pl.kurenda.report.page.ReportNode;

class DailyReportTest {
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
    void refusesADayToCome() {
        assertThat(node.report().make(LocalDate.of(2026, 11, 26)))
                .isEqualTo(new NotYet(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 25)));
        assertThat(home.resolve("dropbox")).doesNotExist();
    }

    @Test
    void writesEveryFileAndTheSummaryLast() {
        ledger.aDay();
        Made made = (Made) node.report().make(DAY);
        assertThat(made.files())
                .extracting(file -> file.getFileName().toString())
                .as("and two for the domain systems")
                .hasSize(10)
                .contains(
                        "outcomes-2026-11-24.csv",
                        "unknown-2026-11-24.csv",
                        "billing-2026-11.csv",
                        "chain-2026-11-24.txt",
                        "effect-2026-11.csv",
                        "actions-2026-11-24.csv",
                        "report-2026-11-24.xlsx")
                .last()
                .isEqualTo("summary-2026-11-24.csv");
        assertThat(outbound().keySet()).as("no temporary file is left").hasSize(8);
    }

    @Test
    void outcomesAreThoseBookedOnTheDayInTheOrderOfTheirFilesWithCorrections() {
        ledger.aDay();
        node.report().make(DAY);
        assertThat(text("outcomes-2026-11-24.csv"))
                .isEqualTo(
                        csv(
                                "date;source;file;line;reference;masked phone;amount;due date;state;reason;segments;cost;sent at;final at;correction",
                                "2026-11-24;tax;tax.csv;2;\"A;\"\"1\"\"\";'+48 *** *** 200;100,00;2026-12-01;DELIVERED;;2;0,1300;2026-11-24 11:59:00;2026-11-24 12:00:00;",
                                "2026-11-24;tax;tax.csv;3;'=1+1;'+48 *** *** 200;0,05;2026-12-01;UNDELIVERABLE;ERR_27;1;0,0650;2026-11-24 23:58:59;2026-11-24 23:59:59;",
                                "2026-11-24;tax;tax.csv;6;R6;'+48 *** *** 200;7,00;2026-12-01;SUPPRESSED;DUPLICATE_ROW;0;0,0000;;2026-11-24 08:00:00;",
                                "2026-11-24;waste;waste.csv;2;R2;'+48 *** *** 200;11,00;2026-12-01;DELIVERED;;1;0,0650;2026-11-24 08:59:00;2026-11-24 09:00:00;yes"));
    }

    @Test
    void unknownIsWhatWasUnknownAtTheEndOfTheDay() {
        ledger.aDay();
        node.report().make(DAY);
        assertThat(text("unknown-2026-11-24.csv"))
                .isEqualTo(csv(
                        "source;file;line;reference;masked phone;amount;since",
                        "tax;tax.csv;4;R4;'+48 *** *** 200;50,00;2026-11-24 13:00:00"));
    }

    @Test
    void summaryCountsTheDayAndToDateAndEndsWithTheConservationLaw() {
        ledger.aDay();
        node.report().make(DAY);
        assertThat(text("summary-2026-11-24.csv"))
                .isEqualTo(csv(
                        "source;state;rows;amount;rows_to_date;amount_to_date",
                        "tax;QUEUED;1;6,00;1;6,00",
                        "tax;UNKNOWN;1;50,00;1;50,00",
                        "tax;SUPPRESSED;1;7,00;1;7,00",
                        "tax;DELIVERED;1;100,00;1;100,00",
                        "tax;UNDELIVERABLE;1;0,05;1;0,05",
                        "tax;REJECTED_ROW;2;5,00;2;5,00",
                        "waste;DELIVERED;0;0,00;1;11,00",
                        "waste;REJECTED_ROW;0;0,00;1;0,00",
                        "rows in = rejected rows + reminders;OK;7;168,05;9;179,05"));
    }

    @Test
    void summarySaysThatTheLawIsBrokenWhenARowIsGone() {
        ledger.aDay();
        sql("delete from reminder where line = 5");
        node.report().make(DAY);
        assertThat(text("summary-2026-11-24.csv"))
                .endsWith("rows in = rejected rows + reminders;BROKEN;7;168,05;9;179,05\r\n");
    }

    @Test
    void summarySaysThatTheLawIsBrokenWhenAGroszIsGone() {
        ledger.aDay();
        sql("update reminder set amount = amount - 1 where line = 5");
        node.report().make(DAY);
        assertThat(text("summary-2026-11-24.csv"))
                .endsWith("rows in = rejected rows + reminders;BROKEN;7;168,05;9;179,05\r\n");
    }

    @Test
    void summaryLeavesAFileThatIsBeingLoadedForTheDayOnWhichItIsComplete() {
        ledger.aDay();
        long late = ledger.file("water", "late.csv", "2026-11-24T22:59:59");
        ledger.reminder(late, 1, "QUEUED", 100);
        long repeated = ledger.reminder(late, 2, "SUPPRESSED", 100);
        ledger.outcome(repeated, "2026-11-24", "2026-11-24T22:59:59", "SUPPRESSED", "DUPLICATE_ROW", 0);
        sql("update batch set state = 'LOADING', loaded_at = null where source = 'water'");
        node.report().make(DAY);
        assertThat(text("summary-2026-11-24.csv")).doesNotContain("water").contains(";OK;");
        assertThat(text("outcomes-2026-11-24.csv"))
                .as("it may yet go with all of its rows")
                .doesNotContain("late.csv");
        sql("update batch set state = 'LOADED', loaded_at = '2026-11-24 23:00:00' where source = 'water'");
        sql("update outcome set day = '2026-11-25' where reminder_id = " + repeated);
        ledger.closed(late);
        Map<String, List<Byte>> before = outbound();
        node.report().make(DAY);
        assertThat(outbound()).isEqualTo(before);
        node.report().make(DAY.plusDays(1));
        assertThat(text("summary-2026-11-25.csv"))
                .contains("water;QUEUED;1;1,00;1;1,00")
                .contains(";OK;2;");
        assertThat(text("outcomes-2026-11-25.csv")).contains("2026-11-25;water;late.csv;2;");
    }

    @Test
    void billingCountsAcceptedSegmentsOfTheOfficesMonth() {
        ledger.aDay();
        node.report().make(DAY);
        assertThat(text("billing-2026-11.csv"))
                .isEqualTo(csv(
                        "source;month;messages;segments;price;net;vat percent;vat;gross",
                        "tax;2026-11;2;3;0,0650;0,20;23;0,05;0,25",
                        "waste;2026-11;1;1;0,0650;0,07;23;0,02;0,09",
                        "total;2026-11;3;4;;0,27;23;0,07;0,34"));
    }

    @Test
    void billingOfAMonthIsNotTakenBackWhenAnOldDayIsMadeAgain() {
        ledger.aDay();
        node.report().make(DAY);
        List<Byte> bill = outbound().get("billing-2026-11.csv");
        node.report().make(LocalDate.of(2026, 11, 23));
        assertThat(outbound().get("billing-2026-11.csv")).isEqualTo(bill);
        Map<String, List<Byte>> all = outbound();
        sql("delete from report_day where day = '2026-11-24'");
        node.report().make(LocalDate.of(2026, 11, 23));
        assertThat(outbound().get("billing-2026-11.csv"))
                .as("the 24th not reported")
                .isNotEqualTo(bill);
        assertThat(outbound().get("report-2026-11-23.xlsx")).isEqualTo(all.get("report-2026-11-23.xlsx"));
    }

    @Test
    void aDayMadeAgainIsTheSameToTheOctetWhateverHappensLater() {
        ledger.aDay();
        node.report().make(DAY);
        Map<String, List<Byte>> before = outbound();
        node.setClock("2026-12-02T15:00:00");
        ledger.change(3, "2026-11-24T23:00:00", "UNKNOWN", "ENROUTE");
        ledger.change(3, "2026-11-24T23:00:00", "ENROUTE", "DELIVERED");
        ledger.outcome(3, "2026-11-25", "2026-11-24T23:00:00", "DELIVERED", null, 1);
        ledger.change(4, "2026-11-25T07:00:00", "QUEUED", "UNKNOWN");
        ledger.segment(3, 1, "2026-11-24T23:00:00", "late");
        ledger.correction(2, "2026-11-25", "2026-11-25T10:00:00", "DELIVERED");
        ledger.change(2, "2026-11-25T10:00:00", "UNDELIVERABLE", "DELIVERED");
        ledger.closed(ledger.file("tax", "next.csv", "2026-11-24T23:00:00"));
        node.report().make(DAY);
        assertThat(outbound()).isEqualTo(before);

        node.report().make(DAY.plusDays(1));
        assertThat(text("outcomes-2026-11-25.csv"))
                .isEqualTo(
                        csv(
                                text("outcomes-2026-11-24.csv")
                                        .lines()
                                        .findFirst()
                                        .orElseThrow()
                                        .substring(1),
                                "2026-11-25;tax;tax.csv;3;'=1+1;'+48 *** *** 200;0,05;2026-12-01;DELIVERED;;1;0,0650;2026-11-25 10:59:00;2026-11-25 11:00:00;yes",
                                "2026-11-25;tax;tax.csv;4;R4;'+48 *** *** 200;50,00;2026-12-01;DELIVERED;;1;0,0650;2026-11-24 23:59:00;2026-11-25 00:00:00;"));
        assertThat(text("unknown-2026-11-25.csv")).contains("tax.csv;5;R5;").doesNotContain("tax.csv;4;");
        assertThat(text("summary-2026-11-25.csv")).contains("tax;DELIVERED;0;0,00;3;150,05");
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

    private static String csv(String... lines) {
        return "\uFEFF" + String.join("\r\n", lines) + "\r\n";
    }

    private Map<String, List<Byte>> outbound() {
        Map<String, List<Byte>> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(home.resolve("dropbox/outbound"))) {
            for (Path file : files.toList()) {
                byte[] octets = Files.readAllBytes(file);
                List<Byte> bytes = new java.util.ArrayList<>(octets.length);
                for (byte octet : octets) {
                    bytes.add(octet);
                }
                found.put(file.getFileName().toString(), bytes);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }
}
