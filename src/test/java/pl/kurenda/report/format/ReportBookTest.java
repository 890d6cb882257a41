package pl.kurenda.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.report.LedgerRows;
import pl.kurenda.report.page.ReportNode;

class ReportBookTest {
    private static final List<String> COLUMNS = List.of("text", "whole", "money", "price", "day", "time", "none");

    @TempDir
    Path folder;

    @Test
    void cellsAreRealNumbersDatesAndTextsAndNoneIsAFormula() throws IOException {
        Path file = write("a.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(file.toFile().getPath())) {
            XSSFSheet sheet = book.getSheet("Wyniki");
            assertThat(IntStream.range(0, COLUMNS.size())
                            .mapToObj(i -> sheet.getRow(0).getCell(i).getStringCellValue()))
                    .isEqualTo(COLUMNS);
            Cell text = sheet.getRow(1).getCell(0);
            assertThat(text.getCellType()).isEqualTo(CellType.STRING);
            assertThat(text.getStringCellValue()).isEqualTo("=1+1");
            assertThat(text.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(shown(sheet, 1)).isEqualTo(7.0);
            assertThat(shown(sheet, 2)).isEqualTo(1234.5);
            assertThat(shown(sheet, 3)).isEqualTo(0.065);
            assertThat(sheet.getRow(1).getCell(3).getCellStyle().getDataFormatString())
                    .isEqualTo("0.0000");
            Cell day = sheet.getRow(1).getCell(4);
            assertThat(DateUtil.isCellDateFormatted(day)).isTrue();
            assertThat(day.getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 24));
            assertThat(sheet.getRow(1).getCell(5).getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.of(2026, 11, 24, 23, 59, 59));
            assertThat(sheet.getRow(1).getCell(6)).isNull();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:G2");
        }
    }

    @Test
    void theSameRowsGiveTheSameOctetsAndNothingTellsTheTime() throws IOException {
        Path first = write("a.xlsx");
        assertThat(write("b.xlsx")).hasSameBinaryContentAs(first);
        try (ZipFile zip = new ZipFile(first.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getTimeLocal).distinct())
                    .containsExactly(LocalDateTime.of(1980, 1, 1, 0, 0));
            String core = new String(
                    zip.getInputStream(zip.getEntry("docProps/core.xml")).readAllBytes());
            assertThat(core).contains("2026-11-24T00:00:00Z").doesNotContain("POI");
        }
    }

    @Test
    void aTableTooLongForASheetGoesOnInAFurtherOne() throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook()) {
            SheetSink sink = new SheetSink(book, new SheetStyles(book), "Wyniki", List.of("n"), 3);
            IntStream.rangeClosed(1, 5).forEach(n -> sink.row(n));
            sink.finish();
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            assertThat(book.getSheetAt(2).getSheetName()).isEqualTo("Wyniki 3");
            assertThat(book.getSheetAt(2).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("n");
            assertThat(book.getSheetAt(2).getRow(1).getCell(0).getNumericCellValue())
                    .isEqualTo(5);
            book.write(OutputStream.nullOutputStream());
        }
    }

    @Test
    void theReportHasItsFourSheetsWithTheRowsOfTheFiles() throws IOException {
        var dataSource = DatabaseFixture.migrated();
        new LedgerRows(dataSource).many("tax", "tax.csv", "2026-11-24T07:00:00", 150);
        try (ReportNode node = new ReportNode(dataSource, folder, "2026-11-25T00:10:00")) {
            node.report().make(LocalDate.of(2026, 11, 24));
        }
        Path file = folder.resolve("dropbox/outbound/report-2026-11-24.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(file.toString())) {
            assertThat(book)
                    .extracting(sheet -> sheet.getSheetName())
                    .containsExactly("Podsumowanie", "Wyniki", "Nieznane", "Billing", "Efekt");
            assertThat(book.getSheet("Podsumowanie").getRow(1).getCell(2).getNumericCellValue())
                    .isEqualTo(150);
            XSSFSheet outcomes = book.getSheet("Wyniki");
            assertThat(outcomes.getLastRowNum()).isEqualTo(150);
            assertThat(outcomes.getRow(150).getCell(5).getStringCellValue()).isEqualTo("+48 *** *** 200");
            assertThat(outcomes.getRow(150).getCell(6).getNumericCellValue()).isEqualTo(1.5);
            assertThat(book.getSheet("Nieznane").getLastRowNum()).isZero();
            assertThat(book.getSheet("Billing").getRow(2).getCell(8).getNumericCellValue())
                    .isEqualTo(11.99);
        }
    }

    private static double shown(XSSFSheet sheet, int column) {
        return sheet.getRow(1).getCell(column).getNumericCellValue();
    }

    private Path write(String name) {
        try (ReportBook book = new ReportBook(LocalDate.of(2026, 11, 24))) {
            book.sheet("Wyniki", COLUMNS)
                    .row(
                            "=1+1",
                            7,
                            new BigDecimal("1234.50"),
                            new BigDecimal("0.0650"),
                            LocalDate.of(2026, 11, 24),
                            LocalDateTime.of(2026, 11, 24, 23, 59, 59),
                            null);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.writeTo(out, folder.resolve("scratch"));
            assertThat(folder.resolve("scratch")).doesNotExist();
            return Files.write(folder.resolve(name), out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
