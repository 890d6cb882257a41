package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.RejectedRow;

/** What happens to faulty files, and to good files when something goes wrong. */
class IntakeFilesTest {
    private static final String HEADER = "telefon;kwota;nazwa\n";
    private static final String GOOD = "501234567;12,50;Jan\n";

    @TempDir
    Path home;

    private final InMemoryBatches batches = new InMemoryBatches();
    private IntakeNode node;

    @BeforeEach
    void start() {
        node = new IntakeNode(home, batches, "kurenda.sources.tax.marker-file=true");
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void makesFoldersAndANamedRouteForEachSource() {
        CamelContext camel = node.context.getBean(CamelContext.class);
        assertThat(camel.getRoutes())
                .extracting(route -> route.getRouteId())
                .contains("intake-waste", "intake-tax", "intake-water");
        assertThat(camel.getRoute("intake-tax").getDescription()).isNotBlank();
        assertThat(home.resolve("dropbox/outbound")).isDirectory();
        for (String folder : List.of("in", "done", "failed", "out")) {
            assertThat(node.folder("water", folder)).isDirectory();
        }
    }

    @Test
    void fileThatCannotBeReadGoesToFailedWithAReasonInBothLanguages() throws IOException {
        node.drop("waste", "empty.csv", new byte[0]);
        node.drop("waste", "noone.CSV", text("nazwisko;kwota\nNowak;1,00\n"));
        node.drop("waste", "book.txt", new byte[] {'P', 'K', 3, 4, 0, 0});
        await().until(() -> node.names("waste", "in").isEmpty());
        assertThat(node.names("waste", "failed"))
                .containsExactly(
                        "book.txt",
                        "book.txt.error.txt",
                        "empty.csv",
                        "empty.csv.error.txt",
                        "noone.CSV",
                        "noone.CSV.error.txt");
        assertThat(Files.readString(node.folder("waste", "failed").resolve("noone.CSV.error.txt")))
                .contains("Nie znaleziono kolumny z numerem telefonu")
                .contains("No column with phone numbers was found");
        assertThat(node.names("waste", "out")).isEmpty();
        assertThat(batches.bySha).isEmpty();
    }

    @Test
    void tablesThatCannotBeReadAreRefusedAndOtherFilesAreLeft() throws IOException {
        List<String> tables = List.of("a.xls", "b.XLSM", "c.ods", "d.zip", "e.csv.gz");
        for (String name : tables) {
            node.drop("waste", name, text(HEADER + GOOD));
        }
        node.drop("waste", "x.dat", text(HEADER + GOOD));
        node.drop("waste", "y.tsv", text("telefon\tkwota\n501234567\t12,50\n"));
        node.drop("waste", "z.CSV", text(HEADER + GOOD));
        await().until(() -> node.names("waste", "in").equals(List.of("x.dat")));
        assertThat(node.names("waste", "done")).containsExactly("y.tsv", "z.CSV");
        assertThat(receipt("waste", "y.tsv").get("queued").asInt()).isEqualTo(1);
        for (String name : tables) {
            assertThat(node.folder("waste", "failed").resolve(name + ".error.txt"))
                    .content()
                    .contains("zapisz tabelę jako CSV albo xlsx", "save the table as CSV or xlsx");
        }
    }

    @Test
    void secondFailedFileOfANameIsKeptBesideTheFirst() throws IOException {
        node.drop("waste", "empty.csv", new byte[0]);
        await().until(() -> node.names("waste", "in").isEmpty());
        node.drop("waste", "empty.csv", text("\n"));
        await().until(() -> node.names("waste", "in").isEmpty());
        assertThat(node.names("waste", "failed"))
                .containsExactly("empty-2.csv", "empty-2.csv.error.txt", "empty.csv", "empty.csv.error.txt");
    }

    @Test
    void headerWithoutRowsGetsAReceiptOfZeros() throws IOException {
        node.drop("waste", "x.csv", text(HEADER));
        JsonNode receipt = receipt("waste", "x.csv");
        assertThat(receipt.get("rows").asInt()).isZero();
        assertThat(receipt.get("amount_total").asText()).isEqualTo("0.00");
        assertThat(receipt.get("cost").asText()).isEqualTo("0.00");
        assertThat(receipt.get("warnings"))
                .hasSize(1)
                .allSatisfy(warning -> assertThat(warning.asText()).contains("żadnego wiersza", "no rows"));
        await().until(() -> node.names("waste", "done").equals(List.of("x.csv")));
        assertThat(node.names("waste", "out")).containsExactly("x.csv.receipt.json");
    }

    @Test
    void brokenRowsAreRejectedAloneAndAnsweredOctetByOctet() throws IOException {
        Charset charset = Charset.forName("windows-1250");
        byte[] file = ("Telefon;Kwota;Nazwa\r\n"
                        + "501234567;12,50;\"Łąka\" Sp. z o.o.\r\n"
                        + "501234568;13,00;Żak\r\n"
                        + "501234569;\"14,00;Gęś\r\n"
                        + "501234570;15,00;\"Dom\r\npod \"\"Dębem\"\"\"\r\n"
                        + "501234571;16,00\r\n"
                        + "\r\n"
                        + "501234572;17,00;\u0098\r\n"
                        + "501234573;18,00;Wójcik\r\n")
                .getBytes(charset);
        file = replace(file, "?\r\n".getBytes(charset), new byte[] {(byte) 0x98, '\r', '\n'});
        node.drop("waste", "x.csv", file);
        JsonNode receipt = receipt("waste", "x.csv");
        InMemoryBatches.Batch batch = batches.batch("x.csv");
        assertThat(batch.reminders.keySet()).containsExactly(3, 5, 10);
        assertThat(batch.reminders.get(5).name()).isEqualTo("Dom pod \"Dębem\"");
        assertThat(batch.rejections.values())
                .extracting(row -> row.line() + " " + row.reason())
                .containsExactly("2 UNREADABLE", "4 UNREADABLE", "7 COLUMN_COUNT", "9 UNREADABLE");
        assertThat(receipt.get("reasons").toString()).isEqualTo("{\"COLUMN_COUNT\":1,\"UNREADABLE\":3}");
        String[] answer = new String(
                        Files.readAllBytes(node.folder("waste", "out").resolve("x.csv.rejected.csv")), charset)
                .split("(?<=\r\n)");
        assertThat(answer).hasSize(5);
        assertThat(answer[0]).isEqualTo("Telefon;Kwota;Nazwa;line;reason;explanation\r\n");
        assertThat(answer[1])
                .startsWith("501234567;12,50;\"Łąka\" Sp. z o.o.;2;UNREADABLE;Wiersza nie można odczytać")
                .endsWith("\r\n");
        assertThat(answer[2]).startsWith("501234569;\"14,00;Gęś;4;UNREADABLE;");
        assertThat(answer[3]).startsWith("501234571;16,00;7;COLUMN_COUNT;Wiersz ma 2 kolumn zamiast 3.");
    }

    @Test
    void mendedAnswerIsTakenAndAnsweredAgainWithItsColumnsOnce() throws IOException {
        node.drop("waste", "x.csv", text(HEADER + "5012;12,50;Jan\n22;13,00;\"Świt; Żak\"\n501234567;;Ewa\n" + GOOD));
        receipt("waste", "x.csv");
        String answer = Files.readString(node.folder("waste", "out").resolve("x.csv.rejected.csv"));
        assertThat(answer.lines()).hasSize(4);
        String mended = answer.replace("5012;12,50", "501234599;12,50");
        node.drop("waste", "y.csv", text(mended));
        receipt("waste", "y.csv");
        InMemoryBatches.Batch batch = batches.batch("y.csv");
        assertThat(batch.reminders.keySet()).containsExactly(2);
        assertThat(batch.rejections.keySet()).containsExactly(3, 4);
        String again = Files.readString(node.folder("waste", "out").resolve("y.csv.rejected.csv"));
        String[] lines = answer.split("\n");
        assertThat(again).isEqualTo(lines[0] + "\n" + lines[2] + "\n" + lines[3] + "\n");
    }

    @Test
    void markerFileIsAwaitedAndGoesWithItsFile() throws IOException {
        Path file = node.drop("tax", "x.csv", text(HEADER + GOOD));
        node.clock.forward(Duration.ofMinutes(1));
        node.drop("waste", "other.csv", text(HEADER + GOOD));
        await().until(() -> node.names("waste", "done").size() == 1);
        assertThat(file).exists();
        Files.createFile(file.resolveSibling("x.csv.done"));
        await().until(() -> node.names("tax", "in").isEmpty());
        assertThat(node.names("tax", "done")).containsExactly("x.csv");
    }

    @Test
    void leavesAloneWhatIsNoExport() throws IOException {
        Path in = node.folder("waste", "in");
        for (String name : List.of(".x.csv", "x.csv.tmp", "x.part", "x.filepart", "x.xml")) {
            Files.write(in.resolve(name), text(HEADER + GOOD));
        }
        Path elsewhere = Files.write(home.resolve("secret.csv"), text(HEADER + GOOD));
        Files.createSymbolicLink(in.resolve("link.csv"), elsewhere);
        Files.createDirectories(in.resolve("folder.csv"));
        node.clock.forward(Duration.ofMinutes(1));
        node.drop("waste", "z.csv", text(HEADER + "501234568;1,00;Ewa\n"));
        await().until(() -> node.names("waste", "done").equals(List.of("z.csv")));
        assertThat(node.names("waste", "in")).hasSize(7);
        assertThat(elsewhere).exists();
    }

    @Test
    void loadsInBlocks() throws IOException {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 1201; i++) {
            file.append(501_000_000 + i).append(";1,00;Jan\n");
        }
        node.drop("waste", "x.csv", text(file.toString()));
        assertThat(receipt("waste", "x.csv").get("rows").asInt()).isEqualTo(1201);
        assertThat(batches.largestBlock).isEqualTo(500);
    }

    @Test
    void nothingShowsPersonalData() throws IOException {
        node.drop("waste", "x.csv", text(HEADER + GOOD + "5012;1,00;Ewa\n"));
        receipt("waste", "x.csv");
        NewReminder reminder = batches.batch("x.csv").reminders.firstEntry().getValue();
        RejectedRow rejection = batches.batch("x.csv").rejections.firstEntry().getValue();
        assertThat(reminder + " " + rejection)
                .doesNotContain("501234567")
                .doesNotContain("5012")
                .doesNotContain("Jan");
        Instant now = node.clock.instant();
        assertThat(reminder.notAfter())
                .isBetween(now.plus(Duration.ofDays(3)).minusSeconds(60), now.plus(Duration.ofDays(3)));
    }

    private JsonNode receipt(String source, String name) throws IOException {
        Path receipt = node.folder(source, "out").resolve(name + ".receipt.json");
        await().until(() -> Files.exists(receipt));
        return new ObjectMapper().readTree(receipt.toFile());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replace(byte[] octets, byte[] what, byte[] with) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        return text.replace(
                        new String(what, StandardCharsets.ISO_8859_1), new String(with, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
