package pl.kurenda.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.intake.answer.Detected;
import pl.kurenda.intake.answer.RejectedFile;
import pl.kurenda.intake.answer.RejectionWords;
import pl.kurenda.intake.reader.RawRecord;
import pl.kurenda.intake.reader.RecordText;
import pl.kurenda.intake.row.ExportRows;
import pl.kurenda.intake.row.RowResult;
import pl.kurenda.intake.source.SourceFixture;
import pl.kurenda.intake.text.Texts;

/** Workbooks as a spreadsheet writes them. */
class WorkbookTest {
    @TempDir
    Path folder;

    @Test
    void readsNumbersDaysAndTexts() throws IOException {
        ExportRows rows = read(book -> {
            Sheet sheet = book.createSheet("Dane");
            fill(sheet.createRow(0), "Zestawienie zaległości");
            fill(sheet.createRow(3), "Lp.", "Telefon", "Kwota", "Termin", "Nazwa", "Nr konta");
            fill(sheet.createRow(4), 1, 501234567, 1234.5, LocalDate.of(2026, 12, 1), "Żółć\nSp. z o.o.");
            fill(sheet.createRow(5), 2, "'501 234 568", 0.1 + 0.2, "1.12.2026", "\"Dom\"; Żak");
            fill(sheet.createRow(7), 3, 48501234569L, 12.345, 46357, "x", "");
            fill(sheet.createRow(8), 4, 4.8601234567E20, 1);
            fill(sheet.createRow(9), 5, "501234567, 601234567", "1 234,50 zł", "", "", 61109010140000071219812874.0);
            fill(sheet.createRow(11), 6, true, 1);
        });
        assertThat(rows.verdicts())
                .containsExactly(
                        "5:OK:48501234567:123450:2026-12-01:Żółć Sp. z o.o.",
                        "6:OK:48501234568:30:2026-12-01:\"Dom\"; Żak",
                        "8:AMOUNT_INVALID",
                        "9:PHONE_INVALID",
                        "10:ACCOUNT_INVALID",
                        "12:PHONE_INVALID");
        assertThat(Detected.of(rows.layout()))
                .isEqualTo(new Detected(
                        "xlsx",
                        null,
                        null,
                        "Dane",
                        true,
                        4,
                        Map.of(
                                "phone",
                                "Telefon",
                                "amount",
                                "Kwota",
                                "due",
                                "Termin",
                                "name",
                                "Nazwa",
                                "account",
                                "Nr konta")));
    }

    @Test
    void answersInCsv() throws IOException {
        ExportRows rows = read(book -> {
            Sheet sheet = book.createSheet("Dane");
            fill(sheet.createRow(0), "Telefon", "Kwota", "Nazwa");
            fill(sheet.createRow(2), 5012, 12.5, "Żak; \"Dom\"");
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RejectedFile file = new RejectedFile(rows.layout(), out);
        file.writeHeader();
        rows.results().forEach(row -> file.write(((RowResult.Rejected) row).rejection()));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeffTelefon;Kwota;Nazwa;line;reason;explanation\r\n"
                        + "5012;12.5;\"Żak; \"\"Dom\"\"\";3;PHONE_INVALID;"
                        + Texts.POLISH.get("reason.PHONE_INVALID", "Telefon", "5012") + "\r\n");
    }

    /** A due date with its time is that date. A time without a date, or in another zone, is not a date. */
    @Test
    void aDayWithItsTimeIsThatDay() throws IOException {
        ExportRows rows = read(book -> {
            Sheet sheet = book.createSheet("Dane");
            fill(sheet.createRow(0), "Telefon", "Kwota", "Termin");
            fill(sheet.createRow(1), 501234567, 1, LocalDateTime.of(2026, 1, 5, 13, 45));
            fill(sheet.createRow(2), 501234567, 1, LocalDateTime.of(2026, 1, 5, 23, 59, 59));
            fill(sheet.createRow(3), 501234567, 1, "2026-01-05 13:45");
            fill(sheet.createRow(4), 501234567, 1, "5.01.2026, 13:45:30");
            fill(sheet.createRow(5), 501234567, 1, "2026-01-05T23:45Z");
            fill(sheet.createRow(6), 501234567, 1, LocalDateTime.of(1899, 12, 31, 13, 45));
        });
        assertThat(rows.verdicts())
                .containsExactly(
                        "2:OK:48501234567:100:2026-01-05:null",
                        "3:OK:48501234567:100:2026-01-05:null",
                        "4:OK:48501234567:100:2026-01-05:null",
                        "5:OK:48501234567:100:2026-01-05:null",
                        "6:DUE_DATE_INVALID",
                        "7:DUE_DATE_INVALID");
        for (RowResult row : rows.results().subList(4, 6)) {
            var rejection = ((RowResult.Rejected) row).rejection();
            assertThat(RejectionWords.key(rejection.reason(), rejection.column(), rejection.value()))
                    .isEqualTo("reason.DUE_DATE_INVALID.TIME");
        }
    }

    @Test
    void aStrayCellFarToTheRightIsItsRowsAlone() throws IOException {
        ExportRows rows = read(book -> {
            Sheet sheet = book.createSheet("Dane");
            fill(sheet.createRow(0), "Telefon", "Kwota");
            fill(sheet.createRow(1), 501234567, 1);
            fill(sheet.createRow(2), 501234567, 1).createCell(400).setCellValue("x");
            fill(sheet.createRow(3), 501234567, 1).createCell(5).setCellValue("x");
        });
        assertThat(rows.verdicts())
                .containsExactly("2:OK:48501234567:100:null:null", "3:COLUMN_COUNT", "4:OK:48501234567:100:null:null");
    }

    @Test
    void takesTheSheetThatIsAnExport() throws IOException {
        Consumer<Workbook> two = book -> {
            fill(book.createSheet("Opis").createRow(0), "Eksport z dnia", "24.11.2026");
            Sheet sheet = book.createSheet("Dane");
            fill(sheet.createRow(0), "Telefon", "Kwota");
            fill(sheet.createRow(1), 501234567, 1);
            book.createSheet("Pusty");
        };
        assertThat(read(two).verdicts()).hasSize(1);
        ExportRows refused = read(two.andThen(book -> fill(book.createSheet("B").createRow(0), "Telefon", "Kwota")));
        assertThat(refused.refusal()).isEqualTo(new Refusal(Refusal.Kind.WORKBOOK_SHEETS, "Dane, B"));
        assertThat(read(two.andThen(book -> {
                            fill(book.createSheet("B").createRow(0), "Telefon", "Kwota");
                            book.setSheetHidden(3, true);
                        }))
                        .verdicts())
                .hasSize(1);
    }

    @Test
    void anEmptyWorkbookAndOneWithoutPhonesAreRefused() throws IOException {
        assertThat(read(book -> book.createSheet("Dane")).refusal()).isEqualTo(Refusal.of(Refusal.Kind.EMPTY));
        assertThat(read(book -> fill(book.createSheet("Dane").createRow(1), "Nazwisko", "Kwota"))
                        .refusal())
                .isEqualTo(new Refusal(Refusal.Kind.NO_PHONE, "", 2, "Nazwisko;Kwota"));
    }

    @Test
    void readsManyRowsInStep() throws IOException {
        Path file = folder.resolve("x.xlsx");
        try (SXSSFWorkbook book = new SXSSFWorkbook(100);
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("Dane");
            fill(sheet.createRow(0), "Telefon", "Kwota", "Nazwa");
            for (int i = 1; i <= 50_000; i++) {
                fill(sheet.createRow(i), 501_000_000 + i, 1 + i * 0.01, "Jan " + i);
            }
            book.write(out);
        }
        Layout layout = ((Detection.Readable) new FormatDetector(SourceFixture.withHeader()).detect(file)).layout();
        int rows = 0;
        try (RecordText text = RecordText.open(file, layout.csv())) {
            char[] buffer = new char[8192];
            while (text.read(buffer, 0, buffer.length) >= 0) {
                RawRecord cut = text.poll();
                rows += cut == null ? 0 : 1;
                assertThat(cut == null || cut.sound()).isTrue();
            }
        }
        assertThat(rows).isEqualTo(50_000);
    }

    private ExportRows read(Consumer<Workbook> content) throws IOException {
        Path file = folder.resolve("x.xlsx");
        try (Workbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(book);
            book.write(out);
        }
        return ExportRows.read(SourceFixture.withHeader(), file);
    }

    private static Row fill(Row row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else if (cells[i] instanceof LocalDate day) {
                row.createCell(i).setCellValue(day);
                row.getCell(i).setCellStyle(style(row, "dd\\.mm\\.yyyy"));
            } else if (cells[i] instanceof LocalDateTime time) {
                row.createCell(i).setCellValue(time);
                row.getCell(i).setCellStyle(style(row, "yyyy\\-mm\\-dd hh:mm"));
            } else if (cells[i] instanceof Boolean flag) {
                row.createCell(i).setCellValue(flag);
            } else {
                row.createCell(i).setCellValue((String) cells[i]);
            }
        }
        return row;
    }

    private static CellStyle style(Row row, String format) {
        Workbook book = row.getSheet().getWorkbook();
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }
}
