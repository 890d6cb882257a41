package pl.kurenda.intake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.kurenda.intake.WorkbookFixture;
import pl.kurenda.intake.row.ExportRows;
import pl.kurenda.intake.source.SourceFixture;

/** Malicious and damaged workbooks. Each is refused as a whole, at once and without filling the memory. */
class WorkbookBoundsTest {
    private static final String HEADER = WorkbookFixture.row(1, "telefon", "kwota");
    private static final String GOOD = HEADER + WorkbookFixture.row(2, "501234567", "12,00");
    private static final String DTD = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void theGoodOneIsRead() throws IOException {
        assertThat(read(WorkbookFixture.of(GOOD)).verdicts()).containsExactly("2:OK:48501234567:1200:null:null");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmful")
    void refusesHarm(String what, WorkbookFixture book) throws IOException {
        long before = allocated();
        assertThat(read(book).refusal().kind()).isEqualTo(Refusal.Kind.WORKBOOK_BROKEN);
        assertThat(allocated() - before).as("octets allocated").isLessThan(300L * MEGABYTE);
    }

    static Stream<Arguments> harmful() {
        String big = noise(5 * MEGABYTE);
        String laughing = DTD + "<worksheet><sheetData>" + HEADER + WorkbookFixture.row(2, "&d;&d;", "12,00")
                + "</sheetData></worksheet>";
        String external = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData>" + HEADER
                + WorkbookFixture.row(2, "&a;", "12,00") + "</sheetData></worksheet>";
        String sheet = "xl/worksheets/sheet1.xml";
        return Stream.of(
                arguments("a sheet that is all one letter (ZIP bomb)", cell("x".repeat(200 * MEGABYTE))),
                arguments("rows that are all the same (ZIP bomb)", WorkbookFixture.of(HEADER + rows(2_000_000))),
                arguments("billion laughs", WorkbookFixture.of(GOOD).part(sheet, laughing)),
                arguments(
                        "billion laughs in the texts",
                        WorkbookFixture.of(GOOD).part("xl/sharedStrings.xml", DTD + "<sst><si><t>&d;</t></si></sst>")),
                arguments(
                        "billion laughs in the workbook",
                        WorkbookFixture.of(GOOD).part("xl/workbook.xml", DTD + "<workbook>&d;</workbook>")),
                arguments("an external entity", WorkbookFixture.of(GOOD).part(sheet, external)),
                arguments("a huge attribute", WorkbookFixture.of(HEADER + "<row r=\"2\" x=\"" + big + "\"></row>")),
                arguments("a huge comment", WorkbookFixture.of(HEADER + "<!--" + big + "-->")),
                arguments("a huge name", WorkbookFixture.of(HEADER + "<" + big + "/>")),
                arguments("huge relationships", WorkbookFixture.of(GOOD).part("xl/_rels/workbook.xml.rels", big)),
                arguments("rows backwards", WorkbookFixture.of(WorkbookFixture.row(2, "telefon") + HEADER)),
                arguments("a row beyond the last", WorkbookFixture.of(HEADER + WorkbookFixture.row(1_048_577, "x"))),
                arguments(
                        "a cell beyond the last",
                        WorkbookFixture.of("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>")),
                arguments(
                        "a shared text that is not there",
                        WorkbookFixture.of(HEADER + "<row r=\"2\"><c t=\"s\"><v>7</v></c></row>")),
                arguments("no end", WorkbookFixture.of(GOOD).part(sheet, "<worksheet><sheetData>" + HEADER)),
                arguments("no XML", WorkbookFixture.of(GOOD).part(sheet, "PK")),
                arguments("no workbook", WorkbookFixture.of(GOOD).part("_rels/.rels", "<x/>")));
    }

    @Test
    void aCellLargerThanExcelAllowsIsItsRowsAlone() throws IOException {
        String large = noise(200_000);
        WorkbookFixture book = WorkbookFixture.of(
                HEADER + WorkbookFixture.row(2, "501234567", large) + WorkbookFixture.row(3, "501234567", "12,00"));
        assertThat(read(book).verdicts()).containsExactly("2:UNREADABLE", "3:OK:48501234567:1200:null:null");
    }

    @Test
    void anyDamageIsRefusedOrRead() throws IOException {
        byte[] good = Files.readAllBytes(WorkbookFixture.of(GOOD).write(folder.resolve("x.xlsx")));
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] bad = i % 2 == 0 ? good.clone() : Arrays.copyOf(good, 4 + random.nextInt(good.length - 4));
            for (int n = random.nextInt(4); n >= 0; n--) {
                bad[4 + random.nextInt(bad.length - 4)] = (byte) random.nextInt();
            }
            ExportRows rows = ExportRows.read(SourceFixture.withHeader(), Files.write(folder.resolve("x.xlsx"), bad));
            refused += rows.detection() instanceof Detection.Unreadable ? 1 : 0;
        }
        assertThat(refused).isBetween(200, 400);
    }

    private ExportRows read(WorkbookFixture book) throws IOException {
        return ExportRows.read(SourceFixture.withHeader(), book.write(folder.resolve("x.xlsx")));
    }

    private static WorkbookFixture cell(String text) {
        return WorkbookFixture.of(HEADER + WorkbookFixture.row(2, "501234567", text));
    }

    private static String rows(int count) {
        return "<row><c><v>1</v></c></row>".repeat(count);
    }

    /** Letters that do not compress well. */
    private static String noise(int length) {
        Random random = new Random(1);
        StringBuilder noise = new StringBuilder(length);
        while (noise.length() < length) {
            noise.append((char) ('a' + random.nextInt(26)));
        }
        return noise.toString();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
