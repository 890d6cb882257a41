package pl.kurenda.intake.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.intake.WorkbookFixture;
import pl.kurenda.intake.answer.Detected;
import pl.kurenda.intake.answer.RejectionWords;
import pl.kurenda.intake.source.SourceFixture;
import pl.kurenda.intake.text.Texts;
import pl.kurenda.ledger.gate.Finding;

/** What a clerk cannot see, and what the row alone does not tell. */
class ReaderFindingsTest {
    private static final String HEADER = WorkbookFixture.row(3, "nazwa", "telefon", "kwota");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"hidden=\"1\"", "hidden=\"true\"", "ht=\"0\" customHeight=\"1\"", "ht=\"0.0\""})
    void hiddenRowsAreNoticedByTheirNumbers(String how) throws IOException {
        ExportRows rows = sheet(
                "",
                hide(1, how, "tytuł")
                        + HEADER
                        + row(4)
                        + hide(5, how, "Ewa", "501234567", "1,00")
                        + hide(6, how)
                        + row(7));
        assertThat(rows.noticed()).containsExactly(Finding.of("HIDDEN_ROWS", 1, "5"));
        assertThat(rows.verdicts()).hasSize(3);
        assertThat(Detected.of(rows.layout()).hiddenRows()).isEqualTo(1);
    }

    @Test
    void ofManyHiddenRowsTheFirstAreNamed() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 4; i < 24; i++) {
            rows.append(hide(i, "hidden=\"1\"", "Ewa", "501234567", "1,00"));
        }
        assertThat(sheet("", rows.toString()).noticed())
                .containsExactly(Finding.of("HIDDEN_ROWS", 20, "4, 5, 6, 7, 8, 9, 10, 11, 12, 13, …"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "min=\"2\" max=\"3\" hidden=\"1\", 'B, C'",
        "min=\"1\" max=\"1\" width=\"0\", A",
        "min=\"3\" max=\"16384\" hidden=\"true\", C",
        "min=\"4\" max=\"9\" hidden=\"1\",",
        "min=\"1\" max=\"3\" hidden=\"0\" width=\"10\",",
        "min=\"x\" max=\"-7\" hidden=\"1\",",
        "min=\"3\" max=\"2\" hidden=\"1\","
    })
    void hiddenColumnsThatAreReadAreNoticedByTheirLetters(String column, String expected) throws IOException {
        List<Finding> noticed =
                sheet("<cols><col " + column + "/></cols>", HEADER + row(4)).noticed();
        assertThat(noticed.stream().map(finding -> finding.figures().get(0)))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    /** Days are divided by blanks here. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "10/25/2026 05/06/2026, '1 1'",
        "10/25/2026 10/26/2026 05/06/2026 06/06/2026 07/08/2026, '2 2'",
        "10-25-2026 05-06-2026, '1 1'",
        "10/25/2026 25/10/2026 05/06/2026, '1 1'",
        "10/25/2026 10/26/2026,",
        "10/25/2026 06/06/2026,",
        "25/10/2026 05/06/2026,",
        "10/32/2026 05/06/2026,",
        "00/25/2026 05/06/2026,",
        "2026-10-25 05/06/2026,",
        "10.25.2026 05/06/2026,"
    })
    void daysWithTheMonthFirstMakeTheOthersDoubtful(String days, String expected) throws IOException {
        List<Finding> noticed = due(days.split(" ")).noticed();
        assertThat(noticed.stream().map(finding -> String.join(" ", finding.figures())))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void oneSlipAmongManyPolishDaysIsItsRowsAlone() throws IOException {
        String[] days = "25/10/2026 ".repeat(20).concat("05/06/2026 10/25/2026").split(" ");
        ExportRows rows = due(days);
        assertThat(rows.noticed()).isEmpty();
        assertThat(rows.verdicts()).last().asString().endsWith("DUE_DATE_INVALID");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "15.10.26, true",
        "15.10.2046, true",
        "25.11.2046, false",
        "23.11.2006, false",
        "24.11.2006, true",
        "15.10.0026, false",
        "0026-10-15, false",
        "15.10.9999, false",
        "9999-12-31, false",
        "15.10.2062, false",
        "15.10.2206, false"
    })
    void aDayOfAnotherAgeIsNone(String day, boolean taken) throws IOException {
        assertThat(due(day).verdicts().get(0)).contains(taken ? ":OK:" : "DUE_DATE_INVALID");
    }

    /** Rows are divided by a slash; the last line has no end. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '>',
            value = {
                "1,00 / 12,50 / 7 > UNREADABLE",
                "1,00 / 12,50 / 7,1 > UNREADABLE",
                "1.00 / 1 234 > UNREADABLE",
                "1,00 zł / 12 > UNREADABLE",
                "1,00 / x / -3,00 / 7 > UNREADABLE",
                "1,00 / 7,10 > OK",
                "1,00 zł / 7,10 > OK",
                "1,00 / 2,5 / 7 > OK",
                "1,00 / 2 / 7 > OK",
                "1 / 2 / 7 > OK",
                "7 > OK",
                "1,00 / \"7\" > OK",
                "1,00 / \"7 > UNREADABLE",
                "1,00 / 7, > AMOUNT_INVALID",
                "1,00 / 0 > AMOUNT_NOT_POSITIVE"
            })
    void anAmountThatTheEndOfTheFileMayHaveCutIsNotAskedFor(String amounts, String expected) throws IOException {
        String rows = "501234567;" + amounts.strip().replace(" / ", "\n501234567;");
        ExportRows cut = csv("telefon;kwota\n" + rows);
        assertThat(cut.verdicts()).last().asString().contains(":" + expected.strip());
        assertThat(cut.results().subList(0, cut.results().size() - 1))
                .noneMatch(row -> row instanceof RowResult.Rejected rejected
                        && rejected.rejection().reason().equals("UNREADABLE"));
        if (!expected.strip().equals("UNREADABLE") || amounts.contains("\"")) {
            return;
        }
        assertThat(csv("telefon;kwota\n" + rows + "\n").verdicts())
                .last()
                .asString()
                .contains(":OK:");
        assertThat(csv("telefon;kwota;x\n" + rows.replace("\n", ";a\n") + ";a").verdicts())
                .as("the amount is not what stands last")
                .last()
                .asString()
                .contains(":OK:");
    }

    @Test
    void theCutAmountIsExplained() throws IOException {
        ExportRows cut = csv("telefon;kwota\n501234567;1,00\n501234567;12,5");
        var row = ((RowResult.Rejected) cut.results().get(1)).rejection();
        assertThat(row.amount()).isNull();
        assertThat(Texts.POLISH.get(RejectionWords.key(row.reason(), row.column(), row.value()), "kwota", "12,5"))
                .startsWith("Kolumna kwota, wartość 12,5: na tej kwocie plik się urywa");
    }

    private static String row(int number) {
        return WorkbookFixture.row(number, "Jan", "50123456" + number, "1,00");
    }

    private static String hide(int number, String how, String... cells) {
        String open = "<row r=\"" + number + "\"";
        return WorkbookFixture.row(number, cells).replace(open, open + " " + how);
    }

    private ExportRows sheet(String above, String rows) throws IOException {
        Path book = WorkbookFixture.of("")
                .sheet(above + "<sheetData>" + rows + "</sheetData>")
                .write(folder.resolve("x.xlsx"));
        return ExportRows.read(SourceFixture.withHeader(), book);
    }

    private ExportRows due(String... days) throws IOException {
        return csv("telefon;kwota;termin\n501234567;1,00;" + String.join("\n501234567;1,00;", days) + "\n");
    }

    private ExportRows csv(String text) throws IOException {
        return ExportRows.read(
                SourceFixture.withHeader(),
                Files.write(folder.resolve("x.csv"), text.getBytes(StandardCharsets.UTF_8)));
    }
}
