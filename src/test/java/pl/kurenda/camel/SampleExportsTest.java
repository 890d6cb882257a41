package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.RejectedRow;
import pl.kurenda.message.AlphabetPolicy;
import pl.kurenda.message.SmsText;

/** The three kinds of export, row by row, from the dropped file to the ledger and the replies. */
class SampleExportsTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"waste, windows-1250, ;", "tax, UTF-8, ','", "water, ISO-8859-2, '\t'"})
    void everyRowGetsItsVerdict(String source, String charset, char delimiter) throws IOException {
        InMemoryBatches batches = new InMemoryBatches();
        byte[] file = resource(source + "-11.csv");
        List<CSVRecord> expected = expected(source + "-11.expected.csv");
        try (IntakeNode node = new IntakeNode(home, batches)) {
            node.drop(source, "x.csv", file);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> node.names(source, "done").equals(List.of("x.csv")));
            assertThat(node.names(source, "in")).isEmpty();
            assertThat(node.names(source, "failed")).isEmpty();
            InMemoryBatches.Batch batch = batches.batch("x.csv");
            assertThat(batch.charset).isEqualTo(charset);
            assertThat(batch.delimiter).isEqualTo(delimiter);
            assertThat(batch.reminders.size() + batch.rejections.size()).isEqualTo(expected.size());
            expected.forEach(row -> check(row, batch));
            checkReceipt(node.folder(source, "out").resolve("x.csv.receipt.json"), batch, expected);
            checkRejected(node.folder(source, "out").resolve("x.csv.rejected.csv"), file, batch, source);
        }
    }

    private static void check(CSVRecord expected, InMemoryBatches.Batch batch) {
        int line = Integer.parseInt(expected.get("line"));
        if (!expected.get("verdict").equals("OK")) {
            RejectedRow rejection = batch.rejections.get(line);
            assertThat(rejection).as("line %d", line).isNotNull();
            assertThat(rejection.reason()).isEqualTo(expected.get("verdict"));
            return;
        }
        NewReminder reminder = batch.reminders.get(line);
        assertThat(reminder).as("line %d", line).isNotNull();
        assertThat(reminder.phone().e164()).isEqualTo(expected.get("msisdn"));
        assertThat(reminder.amount().plain()).isEqualTo(expected.get("amount"));
        assertThat(reminder.due() == null ? "" : reminder.due().toString()).isEqualTo(expected.get("due"));
        assertThat(reminder.account() == null ? "" : reminder.account()).isEqualTo(expected.get("account"));
        assertThat(reminder.name() == null ? "" : reminder.name()).isEqualTo(expected.get("name"));
        assertThat(reminder.text()).contains(reminder.amount().polish() + " zl").contains(expected.get("account"));
        assertThat(reminder.text())
                .contains(SmsText.of(expected.get("name"), AlphabetPolicy.TRANSLITERATE)
                        .text());
        assertThat(reminder.alphabet()).isEqualTo("GSM7");
        assertThat(reminder.segments()).isBetween(1, 2);
    }

    private static void checkReceipt(Path receipt, InMemoryBatches.Batch batch, List<CSVRecord> expected)
            throws IOException {
        JsonNode json = new ObjectMapper().readTree(receipt.toFile());
        long good =
                expected.stream().filter(row -> row.get("verdict").equals("OK")).count();
        assertThat(json.get("rows").asInt()).isEqualTo(expected.size());
        assertThat(json.get("queued").asLong()).isEqualTo(good);
        assertThat(json.get("rejected").asLong()).isEqualTo(expected.size() - good);
        BigDecimal queued = expected.stream()
                .filter(row -> !row.get("amount").isEmpty())
                .map(row -> new BigDecimal(row.get("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(json.get("amount_queued").asText()).isEqualTo(queued.toPlainString());
        assertThat(json.get("received").asText()).isEqualTo("2026-11-24T10:15:00+01:00");
        assertThat(json.get("sha256").asText()).isEqualTo(batch.file.sha256());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "file",
                        "sha256",
                        "source",
                        "received",
                        "rows",
                        "rejected",
                        "suppressed",
                        "held",
                        "queued",
                        "amount_total",
                        "amount_queued",
                        "segments",
                        "cost",
                        "reasons",
                        "warnings",
                        "detected");
    }

    /** Compares byte by byte: one character per byte, so that nothing is lost in between. */
    private static void checkRejected(Path rejected, byte[] file, InMemoryBatches.Batch batch, String source)
            throws IOException {
        String original = new String(file, StandardCharsets.ISO_8859_1);
        String[] lines = Files.readString(rejected, StandardCharsets.ISO_8859_1).split("(?<=\n)");
        boolean header = !source.equals("water");
        char delimiter = batch.delimiter;
        int at = 0;
        if (header) {
            String first = original.split("\r?\n")[0];
            assertThat(lines[at++].stripTrailing())
                    .isEqualTo(first + delimiter + "line" + delimiter + "reason" + delimiter + "explanation");
        }
        assertThat(lines).hasSize(batch.rejections.size() + at);
        String[] originals = original.split("\r?\n");
        for (RejectedRow row : batch.rejections.values()) {
            String start = originals[row.line() - 1] + delimiter + row.line() + delimiter + row.reason() + delimiter;
            assertThat(lines[at]).startsWith(start).endsWith(source.equals("waste") ? "\r\n" : "\n");
            String explanation = lines[at++].substring(start.length());
            assertThat(new String(explanation.getBytes(StandardCharsets.ISO_8859_1), Charset.forName(batch.charset)))
                    .contains("Kolumna")
                    .doesNotContain("?")
                    .doesNotContain("{");
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SampleExportsTest.class.getResourceAsStream("/exports/" + name)) {
            return in.readAllBytes();
        }
    }

    private static List<CSVRecord> expected(String name) throws IOException {
        try (Reader in = new java.io.InputStreamReader(
                SampleExportsTest.class.getResourceAsStream("/exports/" + name), StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
    }
}
