package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;

/** The main job with the jar as a user runs it, a real MariaDB, and an SMSC on another SMPP library. */
class MainJobIT {
    private static final Map<String, Layout> LAYOUTS = Map.of(
            "waste", new Layout("windows-1250", ';'),
            "tax", new Layout("UTF-8", ','),
            "water", new Layout("ISO-8859-2", '\t'));

    private static final Pattern TELEPHONE = Pattern.compile("(?<!\\d)48\\d{9}(?!\\d)");
    private static final String TOKEN = "0123456789abcdef01234567";

    @TempDir
    Path home;

    @Test
    void everyRowIsSentOnceOrAnsweredAndTheReportBalances() throws Exception {
        String url = DatabaseFixture.url();
        DatabaseView books = new DatabaseView(url);
        try (CountingSmsc smsc = new CountingSmsc();
                Daemon daemon = new Daemon(home, settings(url, smsc))) {
            daemon.start();
            for (String source : LAYOUTS.keySet()) {
                daemon.drop(source, "x.csv", resource(source + "-11.csv").readAllBytes());
            }
            long good = count("OK");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> books.number("select count(*) from reminder") == good && books.settled());

            assertThat(books.states()).containsOnly(Map.entry("DELIVERED", good));
            assertThat(smsc.segments.values())
                    .allSatisfy(times -> assertThat(times.get()).isEqualTo(1));
            assertThat(smsc.submits.get()).isEqualTo((int) books.number("select sum(segments) from reminder"));
            for (String source : LAYOUTS.keySet()) {
                checkSource(source, daemon, smsc);
            }
            checkReport(daemon, good);
            checkMetrics(daemon, good);
            checkLog(daemon);
            checkBill(daemon, smsc);
        }
    }

    private static List<String> settings(String url, CountingSmsc smsc) {
        List<String> settings = Daemon.real(url, smsc, 20);
        settings.add("--kurenda.metrics.token=" + TOKEN);
        settings.add("--logging.structured.format.console=ecs");
        return settings;
    }

    private static void checkMetrics(Daemon daemon, long good) throws Exception {
        String path = "/actuator/prometheus";
        assertThat(daemon.get(path, null).statusCode()).isEqualTo(401);
        assertThat(daemon.get(path, "Bearer " + TOKEN + "x").statusCode()).isEqualTo(401);
        assertThat(daemon.get("/actuator/info", "Bearer " + TOKEN).statusCode())
                .as("the token opens nothing else")
                .isEqualTo(401);
        String scrape = daemon.get(path, "Bearer " + TOKEN).body();
        MonitoringFiles.check(scrape);
        assertThat(scrape.lines()
                        .filter(line -> line.startsWith("kurenda_reminders{"))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .sum())
                .isEqualTo(good);
        assertThat(scrape).contains("kurenda_smsc_bound{session=\"transmitter\",smsc=\"127.0.0.1\"} 1.0");
        assertThat(scrape.lines().filter(line -> line.startsWith("kurenda_")))
                .as("no telephone")
                .noneMatch(line -> TELEPHONE.matcher(line).find());
    }

    private static void checkLog(Daemon daemon) throws IOException {
        ObjectMapper json = new ObjectMapper();
        assertThat(daemon.log().lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(json.readTree(line).hasNonNull("message")).as(line).isTrue();
            assertThat(line).as("no telephone").doesNotContainPattern(TELEPHONE);
            assertThat(line).as("probes are no news").doesNotContain("Probe in group");
        });
    }

    private static void checkSource(String source, Daemon daemon, CountingSmsc smsc) throws IOException {
        Map<Integer, String> rejected = rejected(source, daemon);
        Map<Integer, String> expected = new TreeMap<>();
        for (CSVRecord row : expected(source)) {
            if (row.get("verdict").equals("OK")) {
                assertThat(textTo(row.get("msisdn"), smsc))
                        .contains(row.get("amount").replace('.', ',') + " zl");
            } else {
                expected.put(Integer.valueOf(row.get("line")), row.get("verdict"));
            }
        }
        assertThat(rejected).isEqualTo(expected);
        assertThat(daemon.folder(source, "done").resolve("x.csv")).exists();
        assertThat(daemon.folder(source, "in")).isEmptyDirectory();
    }

    private static String textTo(String msisdn, CountingSmsc smsc) {
        return smsc.segments.keySet().stream()
                .filter(key -> key.startsWith(msisdn.substring(1) + " "))
                .sorted()
                .map(key -> key.substring(12).replaceFirst("^\\d/\\d ", ""))
                .collect(Collectors.joining());
    }

    private static void checkReport(Daemon daemon, long good) throws Exception {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Warsaw"));
        Daemon.Run report = daemon.run("report", "--date=" + today);
        assertThat(report.exitCode()).as(report.output()).isZero();
        Daemon.Run chain = daemon.run("report", "--verify");
        assertThat(chain.exitCode()).as(chain.output()).isZero();
        Path outbound = daemon.home.resolve("dropbox/outbound");
        List<String> outcomes = Files.readAllLines(outbound.resolve("outcomes-" + today + ".csv"));
        assertThat(outcomes).hasSize((int) good + 1);
        List<String> summary = Files.readAllLines(outbound.resolve("summary-" + today + ".csv"));
        assertThat(summary.get(summary.size() - 1)).contains("OK").doesNotContain("BROKEN");
        assertThat(outbound.resolve("report-" + today + ".xlsx")).exists();
        assertThat(Files.readAllLines(outbound.resolve("unknown-" + today + ".csv")))
                .hasSize(1);
    }

    /** The bill is for what the SMSC itself counted. */
    private static void checkBill(Daemon daemon, CountingSmsc smsc) throws IOException {
        String month = LocalDate.now(ZoneId.of("Europe/Warsaw")).toString().substring(0, 7);
        List<String> bill = Files.readAllLines(daemon.home.resolve("dropbox/outbound/billing-" + month + ".csv"));
        assertThat(bill.get(bill.size() - 1))
                .startsWith("total;;" + month + ";")
                .contains(";" + smsc.submits.get() + ";;");
    }

    private static Map<Integer, String> rejected(String source, Daemon daemon) throws IOException {
        Layout layout = LAYOUTS.get(source);
        String text = Files.readString(
                        daemon.folder(source, "out").resolve("x.csv.rejected.csv"), Charset.forName(layout.charset()))
                .replace("\ufeff", "");
        CSVFormat format =
                CSVFormat.DEFAULT.builder().setDelimiter(layout.delimiter()).get();
        return format.parse(new java.io.StringReader(text)).stream()
                .filter(row -> row.get(row.size() - 3).matches("\\d+"))
                .collect(Collectors.toMap(
                        row -> Integer.valueOf(row.get(row.size() - 3)),
                        row -> row.get(row.size() - 2),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static long count(String verdict) throws IOException {
        long count = 0;
        for (String source : LAYOUTS.keySet()) {
            count += expected(source).stream()
                    .filter(row -> row.get("verdict").equals(verdict))
                    .count();
        }
        return count;
    }

    private static List<CSVRecord> expected(String source) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(new InputStreamReader(resource(source + "-11.expected.csv"), StandardCharsets.UTF_8))
                .getRecords();
    }

    private static InputStream resource(String name) {
        return MainJobIT.class.getResourceAsStream("/exports/" + name);
    }

    private record Layout(String charset, char delimiter) {}
}
