package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;

/** The report files, read by a CSV reader that is not ours, add up to what the SMSC has noted itself. */
class ReportsAddUpIT {
    private static final int ROWS = 60;
    private static final Map<String, String> STATES =
            Map.of("DELIVRD", "DELIVERED", "UNDELIV", "UNDELIVERABLE", "EXPIRED", "EXPIRED");

    @TempDir
    Path home;

    @Test
    void outcomesStatesAndMoneyAreThoseOfTheSmsc() throws Exception {
        String url = DatabaseFixture.url();
        DatabaseView books = new DatabaseView(url);
        try (CountingSmsc smsc = new CountingSmsc();
                Daemon daemon = new Daemon(home, settings(url, smsc))) {
            smsc.receipts.stat = ReportsAddUpIT::stat;
            daemon.start();
            daemon.drop("waste", "x.csv", export());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> books.number("select count(*) from outcome where state <> 'SUPPRESSED'") == ROWS);
            LocalDate today = LocalDate.now(ZoneId.of("Europe/Warsaw"));
            Daemon.Run report = daemon.run("report", "--date=" + today);
            assertThat(report.exitCode()).as(report.output()).isZero();

            Map<String, Sum> noted = noted(smsc);
            assertThat(noted).containsOnlyKeys("DELIVERED", "UNDELIVERABLE", "EXPIRED");
            assertThat(sums(read("outcomes-" + today), row -> 1)).isEqualTo(noted);
            assertThat(sums(
                            read("summary-" + today).stream()
                                    .filter(row -> row.get("source").equals("waste"))
                                    .toList(),
                            row -> Long.parseLong(row.get("rows"))))
                    .isEqualTo(noted);
            checkBill(read("billing-" + YearMonth.from(today)), smsc);
            assertThat(read("outcomes-" + today).stream()
                            .mapToLong(row -> grosze(row.get("cost")))
                            .sum())
                    .as("PLN with four decimals, at 0.0600")
                    .isEqualTo(600L * smsc.submits.get());
        }
    }

    private static List<String> settings(String url, CountingSmsc smsc) {
        List<String> settings = Daemon.real(url, smsc, 10);
        settings.add("--kurenda.sources.waste.template={amount} zl");
        settings.add("--kurenda.price.sources.waste.segment=0.0600");
        return settings;
    }

    private static void checkBill(List<CSVRecord> bill, CountingSmsc smsc) {
        assertThat(bill).hasSize(2);
        assertThat(bill.get(0).get("source")).isEqualTo("waste");
        assertThat(bill.get(0).get("smsc")).isEqualTo("127.0.0.1");
        assertThat(bill.get(0).get("price")).isEqualTo("0,0600");
        for (CSVRecord line : bill) {
            assertThat(Long.parseLong(line.get("segments"))).isEqualTo(smsc.submits.get());
        }
    }

    /** Telephones that end in 7 are dead, those that end in 3 are switched off. */
    private static String stat(String destination) {
        return destination.endsWith("7") ? "UNDELIV" : destination.endsWith("3") ? "EXPIRED" : "DELIVRD";
    }

    private static byte[] export() {
        StringBuilder export = new StringBuilder("Telefon;Kwota;Termin\r\n");
        for (int i = 0; i < ROWS; i++) {
            export.append("601234%03d;%d,%02d;2030-12-01\r\n".formatted(100 + i, 20 + i, i));
        }
        return export.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** By the state that the SMSC told of each message: how many, and the money in their texts. */
    private static Map<String, Sum> noted(CountingSmsc smsc) {
        Map<String, Sum> noted = new TreeMap<>();
        smsc.segments.forEach((key, times) -> {
            assertThat(times.get()).isEqualTo(1);
            String[] parts = key.split(" ");
            noted.merge(STATES.get(stat(parts[0])), new Sum(1, grosze(parts[1])), Sum::plus);
        });
        return noted;
    }

    private static Map<String, Sum> sums(List<CSVRecord> rows, ToLongFunction<CSVRecord> count) {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("state"),
                        row -> new Sum(count.applyAsLong(row), grosze(row.get("amount"))),
                        Sum::plus,
                        TreeMap::new));
    }

    private static long grosze(String amount) {
        return Long.parseLong(amount.replace(",", ""));
    }

    private List<CSVRecord> read(String name) throws IOException {
        String text = Files.readString(home.resolve("dropbox/outbound/" + name + ".csv"));
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(new StringReader(text.substring(1))).getRecords();
    }

    private record Sum(long rows, long grosze) {
        Sum plus(Sum other) {
            return new Sum(rows + other.rows, grosze + other.grosze);
        }
    }
}
