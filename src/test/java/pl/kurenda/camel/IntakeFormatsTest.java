package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports that are not plain CSV, from the dropped file to its replies. */
class IntakeFormatsTest {
    @TempDir
    Path home;

    private final InMemoryBatches batches = new InMemoryBatches();
    private IntakeNode node;

    @BeforeEach
    void start() {
        node = new IntakeNode(home, batches);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void takesAWorkbookAndSaysHowItWasUnderstood() throws IOException {
        node.drop("waste", "~$x.xlsx", new byte[165]);
        node.drop("waste", "x.xlsx", workbook());
        JsonNode receipt = receipt("x.xlsx");
        assertThat(receipt.get("rows").asInt()).isEqualTo(2);
        assertThat(receipt.get("queued").asInt()).isEqualTo(1);
        assertThat(receipt.get("amount_queued").asText()).isEqualTo("12.50");
        assertThat(receipt.get("detected").toString())
                .isEqualTo("{\"format\":\"xlsx\",\"sheet\":\"Dane\",\"header\":true,\"header_line\":2,"
                        + "\"columns\":{\"phone\":\"Telefon\",\"amount\":\"Kwota\"},"
                        + "\"amounts\":{\"decimal\":[\"dot\"],\"thousands\":[\"none\"],\"currency\":[\"none\"]}}");
        await().until(() -> node.names("waste", "done").equals(List.of("x.xlsx")));
        assertThat(Files.readString(node.folder("waste", "out").resolve("x.xlsx.rejected.csv")))
                .startsWith("\ufeffTelefon;Kwota;line;reason;explanation\r\n5012;7;4;PHONE_INVALID;");
        assertThat(node.names("waste", "in")).containsExactly("~$x.xlsx");
    }

    @Test
    void aMendedAnswerToAWorkbookIsTaken() throws IOException {
        node.drop("waste", "x.xlsx", workbook());
        receipt("x.xlsx");
        String answer = Files.readString(node.folder("waste", "out").resolve("x.xlsx.rejected.csv"));
        node.drop("waste", "y.csv", answer.replace("5012;", "501234568;").getBytes(StandardCharsets.UTF_8));
        JsonNode receipt = receipt("y.csv");
        assertThat(receipt.get("queued").asInt()).isEqualTo(1);
        assertThat(receipt.get("rejected").asInt()).isZero();
    }

    @Test
    void takesUtf16() throws IOException {
        String text = "\ufeffsep=;\r\ntelefon;kwota;nazwa\r\n501234567;1,00;Żółć\r\n4,8601E+10;1,00;x\r\n";
        node.drop("waste", "x.csv", text.getBytes(StandardCharsets.UTF_16LE));
        assertThat(receipt("x.csv").get("detected").toString())
                .isEqualTo("{\"format\":\"csv\",\"charset\":\"UTF-16LE\",\"delimiter\":\";\",\"header\":true,"
                        + "\"header_line\":2,\"columns\":{\"phone\":\"telefon\",\"amount\":\"kwota\",\"name\":\"nazwa\"},"
                        + "\"amounts\":{\"decimal\":[\"comma\"],\"thousands\":[\"none\"],\"currency\":[\"none\"]}}");
        assertThat(batches.batch("x.csv").reminders.firstEntry().getValue().name())
                .isEqualTo("Żółć");
        String answer =
                Files.readString(node.folder("waste", "out").resolve("x.csv.rejected.csv"), StandardCharsets.UTF_16LE);
        assertThat(answer)
                .startsWith("\ufefftelefon;kwota;nazwa;line;reason;explanation\r\n4,8601E+10;1,00;x;4;PHONE_INVALID;")
                .contains("notacji wykładniczej");
    }

    @Test
    void saysHowAmountsAndDaysAreWritten() throws IOException {
        String text =
                "telefon;kwota;termin\n501234567;1\u00a0234,50 zł;15.12.2026\n501234568;2.345.678;2026-12-15 13:45\n"
                        + "501234569;'12.5;46371\n501234570;7 PLN;\n501234571;9'999'999'999;15/12/2026\n";
        node.drop("waste", "x.csv", text.getBytes(StandardCharsets.UTF_8));
        JsonNode detected = receipt("x.csv").get("detected");
        assertThat(detected.get("amounts").toString())
                .isEqualTo(
                        "{\"decimal\":[\"comma\",\"dot\"],\"thousands\":[\"dot\",\"nbsp\"],\"currency\":[\"zł\",\"PLN\"]}");
        assertThat(detected.get("dates").toString())
                .isEqualTo("[\"dd.mm.yyyy\",\"yyyy-mm-dd\",\"excel-serial\",\"with-time\"]");
    }

    @Test
    void aWrongHeaderIsShown() throws IOException {
        node.drop("waste", "x.csv", "Raport\nNazwisko;Kwota\nNowak;1,00\n".getBytes(StandardCharsets.UTF_8));
        await().until(() -> node.names("waste", "failed").size() == 2);
        assertThat(Files.readString(node.folder("waste", "failed").resolve("x.csv.error.txt")))
                .contains("Plik x.csv nie został przyjęty.", "Jako nagłówek odczytano wiersz 2: Nazwisko;Kwota")
                .contains("The file x.csv was not taken.", "Line 2 was read as the header: Nazwisko;Kwota");
    }

    private JsonNode receipt(String name) throws IOException {
        Path receipt = node.folder("waste", "out").resolve(name + ".receipt.json");
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            // A workbook has no final line end, so it must stay unchanged for longer.
            node.clock.forward(Duration.ofSeconds(1));
            return Files.exists(receipt);
        });
        return new ObjectMapper().readTree(receipt.toFile());
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("Dane");
            sheet.createRow(0).createCell(0).setCellValue("Zaległości");
            Row header = sheet.createRow(1);
            header.createCell(0).setCellValue("Telefon");
            header.createCell(1).setCellValue("Kwota");
            row(sheet, 2, 501234567, 12.5);
            row(sheet, 3, 5012, 7);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void row(XSSFSheet sheet, int number, double phone, double amount) {
        Row row = sheet.createRow(number);
        row.createCell(0).setCellValue(phone);
        row.createCell(1).setCellValue(amount);
    }
}
