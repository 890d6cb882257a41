package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;
import vendor.client.ApiClient;
import vendor.client.ApiException;
import vendor.client.api.BatchesApi;
import vendor.client.api.OutcomesApi;
import vendor.client.model.Batch;
import vendor.client.model.BatchState;
import vendor.client.model.NewReminder;
import vendor.client.model.Outcome;
import vendor.client.model.Reason;
import vendor.client.model.State;

/** A vendor's joint test and its first real batch, at a daemon with a real SMSC. */
class ApiIT {
    private static final String SANDBOX = "kur_test_" + "s".repeat(43);
    private static final String LIVE = "kur_live_" + "l".repeat(43);

    @TempDir
    Path home;

    @Test
    void theSandboxNeverReachesTheOperatorAndTheRealThingNeverTheSandbox() throws Exception {
        String url = DatabaseFixture.url();
        DatabaseView books = new DatabaseView(url);
        try (CountingSmsc smsc = new CountingSmsc();
                Daemon daemon = new Daemon(home, settings(url, smsc))) {
            daemon.start();
            token(url, 1, true, SANDBOX);
            token(url, 2, false, LIVE);

            vendorCheck(daemon);
            generatedClient(daemon);
            assertThat(smsc.submits.get()).isZero();
            assertThat(books.number("select count(*) from segment where smsc <> 'sandbox'"))
                    .isZero();
            assertThat(books.number("select count(*) from segment")).isGreaterThan(2);

            assertThat(submit(daemon)).isEqualTo(202);
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            books.number("select count(*) from reminder where source = 'waste' and state = 'DELIVERED'")
                                    == 1);
            assertThat(smsc.segments.keySet())
                    .singleElement()
                    .satisfies(key -> assertThat(key).startsWith("48601234507 "));
            assertThat(books.number("""
                    select count(*) from segment s join reminder r on r.id = s.reminder_id
                    where (s.smsc = 'sandbox') <> (r.source = 'waste~sandbox')""")).isZero();
            checkReport(daemon);
            Daemon.Run refused =
                    daemon.run("webhook", "create", "it", "--sources=waste", "--url=https://127.0.0.1/x", "--who=it");
            assertThat(refused.exitCode()).as(refused.output()).isEqualTo(2);
        }
    }

    private static List<String> settings(String url, CountingSmsc smsc) {
        List<String> settings = Daemon.real(url, smsc, 10);
        settings.add("--kurenda.api.sandbox=true");
        return settings;
    }

    /** As the command does it, which takes a start of its own. */
    private static void token(String url, int id, boolean sandbox, String secret) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "root", "");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into api_token (id, name, vendor, sandbox, hash, may_submit, may_read, may_cancel, created_at,
                      created_by, expires_at)
                    values (%d, 'it', 'it', %s, unhex(sha2('%s', 256)), true, true, true, now(), 'it', '2100-01-01')""".formatted(id, sandbox, secret));
            statement.executeUpdate("insert into api_token_source values (" + id + ", 'waste')");
        }
    }

    private void vendorCheck(Daemon daemon) throws Exception {
        Path output = home.resolve("vendor-check.txt");
        Process check = new ProcessBuilder("sh", "deploy/vendor-check", daemon.url(""), SANDBOX, "waste", "--quick")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(check.waitFor(4, TimeUnit.MINUTES)).isTrue();
        String table = Files.readString(output);
        assertThat(check.exitValue()).as(table).isZero();
        assertThat(table).contains("All 31 steps passed.").doesNotContain("FAILED");
    }

    /** A vendor who has nothing but the description. */
    private static void generatedClient(Daemon daemon) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(daemon.url(""));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + SANDBOX));
        BatchesApi batches = new BatchesApi(client);
        Batch batch = new Batch()
                .reminders(List.of(reminder("31.00", "gen-1"), reminder("32.00", "gen-2"), reminder("33.00", "gen-2")));
        String id = batches.submitBatch("waste", batch, false, "generated").getId();
        assertThat(batches.submitBatch("waste", batch, false, "generated").getId())
                .isEqualTo(id);
        assertThat(batches.submitBatch("waste", batch, true, null).getWouldSend())
                .isPositive();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            Map<String, Long> states = batches.readBatch(id).getReminders();
            return states != null && states.equals(Map.of("DELIVERED", 1L, "HELD", 2L));
        });
        assertThat(batches.cancelBatch(id, new Reason().reason("test")).getWithdrawn())
                .isEqualTo(2);
        OutcomesApi outcomes = new OutcomesApi(client);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> outcomes.readOutcomes("0", 1000).getOutcomes().stream()
                        .filter(outcome -> id.equals(outcome.getBatch()))
                        .map(Outcome::getState)
                        .sorted()
                        .toList()
                        .equals(List.of(State.WITHDRAWN, State.WITHDRAWN, State.DELIVERED)));
        assertThat(batches.readBatch(id).getState()).isEqualTo(BatchState.StateEnum.DONE);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> batches.readBatch("a".repeat(26)))
                .satisfies(refused -> {
                    assertThat(refused.getCode()).isEqualTo(404);
                    assertThat(refused.getResponseBody()).contains("\"code\":\"not-found\"");
                });
    }

    private static NewReminder reminder(String amount, String reference) {
        return new NewReminder().phone("500000001").amount(amount).reference(reference);
    }

    private static int submit(Daemon daemon) throws Exception {
        String body = "{\"reminders\":[{\"phone\":\"601234507\",\"amount\":\"12.50\",\"reference\":\"R1\"}]}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(daemon.url("/api/v1/sources/waste/batches")))
                .header("Authorization", "Bearer " + LIVE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Of all sheets. */
    private static String cells(Path workbook) throws IOException {
        StringBuilder cells = new StringBuilder();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(workbook))) {
            book.forEach(sheet ->
                    sheet.forEach(row -> row.forEach(cell -> cells.append(cell).append('\n'))));
        }
        assertThat(cells).contains("waste");
        return cells.toString();
    }

    private static void checkReport(Daemon daemon) throws Exception {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Warsaw"));
        Daemon.Run report = daemon.run("report", "--date=" + today);
        assertThat(report.exitCode()).as(report.output()).isZero();
        Path outbound = daemon.home.resolve("dropbox/outbound");
        assertThat(Files.readAllLines(outbound.resolve("outcomes-" + today + ".csv")))
                .hasSize(2);
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(outbound)) {
            for (Path file : files.toList()) {
                names.add(file.getFileName().toString().replaceAll("-20.*", ""));
                assertThat(file.toString().endsWith(".xlsx") ? cells(file) : Files.readString(file))
                        .as(file.toString())
                        .doesNotContain("sandbox");
            }
        }
        assertThat(names)
                .containsExactlyInAnyOrder("summary", "outcomes", "unknown", "actions", "billing", "effect", "report");
        assertThat(Files.readString(outbound.resolve("billing-" + YearMonth.from(today) + ".csv")))
                .as("one SMS at 0.0700")
                .contains("total;;" + YearMonth.from(today) + ";1;1;;0,07;");
        assertThat(daemon.home.resolve("dropbox/waste~sandbox")).doesNotExist();
    }
}
