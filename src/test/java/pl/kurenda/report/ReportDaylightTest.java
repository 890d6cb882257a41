package pl.kurenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.report.page.ReportNode;

/** The limits of a day, on days when the clocks change and on a normal day. */
class ReportDaylightTest {

    @TempDir
    Path home;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-10-25, 2026-10-24T22:00:00.000, 2026-10-25T22:59:59.999, 2026-10-25T23:00:00",
        "2027-03-28, 2027-03-27T23:00:00.000, 2027-03-28T21:59:59.999, 2027-03-28T22:00:00",
        "2026-11-24, 2026-11-23T23:00:00.000, 2026-11-24T22:59:59.999, 2026-11-24T23:00:00"
    })
    void factsBelongToTheDayFromMidnightToMidnight(LocalDate day, String first, String last, String next)
            throws IOException {
        DataSource dataSource = DatabaseFixture.migrated();
        LedgerRows ledger = new LedgerRows(dataSource);
        long batch = ledger.file("tax", "tax.csv", first);
        long back = ledger.reminder(batch, 2, "SUBMITTING", 100);
        ledger.change(back, first, "SUBMITTING", "UNKNOWN");
        ledger.change(back, next, "UNKNOWN", "QUEUED");
        long lost = ledger.reminder(batch, 3, "SUBMITTING", 200);
        ledger.change(lost, last, "SUBMITTING", "UNKNOWN");
        long sent = ledger.reminder(batch, 4, "ENROUTE", 400);
        ledger.segment(sent, 1, last, "id");
        ledger.change(sent, last, "SUBMITTING", "ENROUTE");
        ledger.closed(batch);
        ledger.closed(ledger.file("tax", "next.csv", next));
        try (ReportNode node = new ReportNode(dataSource, home, day.plusDays(1) + "T00:10:00")) {
            node.setClockUtc(last);
            assertThat(node.report().makeMissing())
                    .as("a millisecond to midnight")
                    .isEmpty();
            LocalDateTime midnight = LocalDateTime.parse(next);
            node.setClockUtc(
                    midnight.plus(DailyReport.GRACE).minusNanos(1_000_000).toString());
            assertThat(node.report().makeMissing())
                    .as("a millisecond to ten past")
                    .isEmpty();
            node.setClockUtc(midnight.plus(DailyReport.GRACE).toString());
            assertThat(node.report().makeMissing()).as("ten past midnight").containsExactly(day);
        }
        Path outbound = home.resolve("dropbox/outbound");
        assertThat(Files.readString(outbound.resolve("unknown-" + day + ".csv")))
                .contains("tax.csv;2;", "tax.csv;3;R3;'+48 *** *** 200;2,00;" + day + " 23:59:59");
        assertThat(Files.readString(outbound.resolve("summary-" + day + ".csv")))
                .contains("tax;ENROUTE;1;4,00;1;4,00", "tax;UNKNOWN;2;3,00;2;3,00", ";OK;3;7,00;3;7,00");
    }
}
