package pl.kurenda.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.ledger.BilledDaysFixture;
import pl.kurenda.report.LedgerRows;

/** November, billed on its last day: the page uses the counters, the file and sheet use the submit responses. */
class BillingTest {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    @TempDir
    Path home;

    @Test
    void pageFileAndSheetAreOneBill() throws IOException {
        DataSource dataSource = DatabaseFixture.migrated();
        november(new LedgerRows(dataSource));
        new JdbcTemplate(dataSource)
                .update(
                        "update reminder set cost = 0.1110 where line % 100 = 6 and batch_id = (select max(id) from batch)");
        try (ReportNode node = new ReportNode(dataSource, home, "2026-12-01T02:00:00")) {
            node.report().make(LAST);
            Clock office = Clock.fixed(
                    LocalDateTime.parse("2026-12-01T02:00:00")
                            .atZone(ReportNode.WARSAW)
                            .toInstant(),
                    ReportNode.WARSAW);
            BilledDaysFixture.count(dataSource, office);
            Bill bill = node.bills().of(YearMonth.of(2026, 11));
            assertThat(bill.until()).isEqualTo(LAST);
            List<String> page = new ArrayList<>();
            bill.lines().forEach(line -> page.add(text(line.source(), line)));
            page.add(text("total", bill.total()));
            assertThat(page)
                    .containsExactly(
                            "tax 3 0.0650 0.20 0.05 0.25",
                            "tax 7 0.1110 0.78 0.18 0.96",
                            "waste 1 0.0650 0.07 0.02 0.09",
                            "total 11  1.05 0.25 1.30");
            assertThat(file()).isEqualTo(page);
            assertThat(sheet()).isEqualTo(page);
        }
    }

    @Test
    void whereAccountsHavePricesTheBillIsByAccountAndADayOfBeforeStaysAsItWas() throws IOException {
        DataSource dataSource = DatabaseFixture.migrated();
        JdbcTemplate sql = new JdbcTemplate(dataSource);
        november(new LedgerRows(dataSource));
        sql.update(
                "update segment set price = 0.05, smsc = if(message_id = 'z1', 'plus', 'orange') where message_id like 'z%' and message_id <> 'z0'");
        Path outbound = home.resolve("dropbox/outbound");
        try (ReportNode node = new ReportNode(dataSource, home, "2026-12-01T02:00:00")) {
            node.report().make(LocalDate.of(2026, 11, 24));
            assertThat(Files.readAllLines(outbound.resolve("billing-2026-11.csv"))
                            .get(0))
                    .endsWith("source;month;messages;segments;price;net;vat percent;vat;gross");
            node.report().make(LAST);
            assertThat(Files.readAllLines(outbound.resolve("billing-2026-11.csv")))
                    .containsExactly(
                            "\uFEFFsource;smsc;month;messages;segments;price;net;vat percent;vat;gross",
                            "tax;orange;2026-11;5;5;0,0500;0,25;23;0,06;0,31",
                            "tax;plus;2026-11;1;1;0,0500;0,05;23;0,01;0,06",
                            "tax;s;2026-11;3;4;0,0650;0,26;23;0,06;0,32",
                            "waste;s;2026-11;1;1;0,0650;0,07;23;0,02;0,09",
                            "total;;2026-11;10;11;;0,63;23;0,15;0,78");
            node.report().make(LocalDate.of(2026, 11, 24));
            assertThat(outbound.resolve("chain-2026-11-24.r2.txt")).doesNotExist();
            BilledDaysFixture.count(
                    dataSource,
                    Clock.fixed(
                            LocalDateTime.parse("2026-12-01T02:00:00")
                                    .atZone(ReportNode.WARSAW)
                                    .toInstant(),
                            ReportNode.WARSAW));
            assertThat(node.bills().of(YearMonth.of(2026, 11)).lines())
                    .extracting(line -> line.source() + " " + line.smsc() + " " + line.segments() + " " + line.gross())
                    .containsExactly("tax orange 5 0.31", "tax plus 1 0.06", "tax s 4 0.32", "waste s 1 0.09");
        }
    }

    /**
     * Adds the day, with segments around midnight, and seven segments at another price at the first and last moment.
     */
    private static void november(LedgerRows ledger) {
        ledger.aDay();
        long sandbox = ledger.file("tax~sandbox", "trial.csv", "2026-11-30T07:00:00");
        ledger.segment(ledger.reminder(sandbox, 1, "ENROUTE", 100), 1, "2026-11-30T08:00:00", "nobody's");
        ledger.closed(sandbox);
        long batch = ledger.file("tax", "late.csv", "2026-11-30T07:00:00");
        for (int i = 0; i < 7; i++) {
            long id = ledger.reminder(batch, 6 + 100 * i, "ENROUTE", 100);
            ledger.segment(id, 1, i == 0 ? "2026-10-31T23:00:00" : "2026-11-30T22:59:59.999", "z" + i);
        }
        long december = ledger.reminder(batch, 1000, "ENROUTE", 100);
        ledger.segment(december, 1, "2026-11-30T23:00:00", "next month");
        ledger.closed(batch);
    }

    private static String text(String source, Bill.Line line) {
        return source + " " + line.segments() + " " + (line.price() == null ? "" : line.price()) + " " + line.net()
                + " " + line.vat() + " " + line.gross();
    }

    private List<String> file() throws IOException {
        return Files.readString(home.resolve("dropbox/outbound/billing-2026-11.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.replace(',', '.').split(";"))
                .map(cell -> String.join(" ", cell[0], cell[3], cell[4], cell[5], cell[7], cell[8]))
                .toList();
    }

    private List<String> sheet() throws IOException {
        List<String> lines = new ArrayList<>();
        try (XSSFWorkbook book =
                new XSSFWorkbook(Files.newInputStream(home.resolve("dropbox/outbound/report-2026-11-30.xlsx")))) {
            Sheet sheet = book.getSheet("Billing");
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                Row row = sheet.getRow(i);
                String price = row.getCell(4) == null ? "" : number(row, 4, 4);
                lines.add(String.join(
                        " ",
                        row.getCell(0).getStringCellValue(),
                        number(row, 3, 0),
                        price,
                        number(row, 5, 2),
                        number(row, 7, 2),
                        number(row, 8, 2)));
            }
        }
        return lines;
    }

    private static String number(Row row, int cell, int scale) {
        return BigDecimal.valueOf(row.getCell(cell).getNumericCellValue())
                .setScale(scale, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
