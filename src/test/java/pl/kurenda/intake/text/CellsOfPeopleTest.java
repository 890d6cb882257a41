package pl.kurenda.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.intake.answer.RejectionWords;
import pl.kurenda.intake.column.Reason;
import pl.kurenda.intake.row.ExportRows;
import pl.kurenda.intake.row.RowResult;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceFixture;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.gate.Finding;

/** What people and spreadsheets leave in cells: placeholders, apostrophes, invisible characters. */
class CellsOfPeopleTest {
    private static final String HEAD = "telefon;kwota;nazwa;termin;nr konta;nr sprawy\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "–",
                "brak",
                "BRAK",
                "NULL",
                "null",
                "\\N",
                "n/d",
                "b/d",
                "0",
                "nie dotyczy",
                "nie podano",
                "---",
                "brak danych",
                " - ",
                "#N/D!",
                "N/A",
                "'-",
                "=\"-\""
            })
    void aPlaceholderIsAnEmptyCell(String nothing) throws IOException {
        String row = ";12,00;" + String.join(";", List.of(nothing, nothing, nothing, nothing)) + "\n";
        List<NewReminder> rows = valid(read(HEAD + "501234567" + row + "601234567" + row));
        assertThat(rows).hasSize(2);
        assertThat(rows).allSatisfy(reminder -> {
            assertThat(reminder.name()).isNull();
            assertThat(reminder.due()).isNull();
            assertThat(reminder.account()).isNull();
            assertThat(reminder.reference()).isNull();
        });
        assertThat(rows.get(0).debt().key()).isNotEqualTo(rows.get(1).debt().key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OP/17\u200b",
                "\ufeffOP/17",
                "OP/17\u00a0",
                "'OP/17",
                "=\"OP/17\"",
                "'OP/17'",
                " OP/17 ",
                "\u2060OP/17"
            })
    void aReferenceIsOneHoweverASpreadsheetKeepsIt(String written) throws IOException {
        List<NewReminder> rows = valid(read(HEAD + "501234567;12,00;;;;OP/17\n501234567;12,00;;;;" + written + "\n"));
        assertThat(rows.get(1).reference()).isEqualTo("OP/17");
        assertThat(rows.get(1).debt().key()).isEqualTo(rows.get(0).debt().key());
    }

    @Test
    void whatNobodySeesIsNoPartOfAName() throws IOException {
        List<NewReminder> rows = valid(read(HEAD + "501234567;12,00;Jan\u200b Nowak\ufeff;;;\n"));
        assertThat(rows.get(0).name()).isEqualTo("Jan Nowak");
        assertThat(rows.get(0).text()).isEqualTo("Urzad Gminy, Jan Nowak: 12,00 zl");
        assertThat(rows.get(0).alphabet()).doesNotContain("UCS");
    }

    @Test
    void oneReferenceForManyPeopleHoldsTheFile() throws IOException {
        assertThat(read(HEAD + rows(12, "P/1")).noticed()).containsExactly(Finding.of("SHARED_REFERENCE", 12));
        assertThat(read(HEAD + rows(9, "P/1")).noticed())
                .as("a house has some owners")
                .isEmpty();
        assertThat(read(HEAD + rows(12, "P/%d")).noticed()).isEmpty();
        assertThat(read(HEAD + rows(3000, "P/%d") + rows(3000, "P/%d").replaceAll("P/.*", "P/0"))
                        .noticed())
                .singleElement()
                .extracting(Finding::code)
                .isEqualTo("SHARED_REFERENCE");
    }

    private static String rows(int count, String reference) {
        StringBuilder rows = new StringBuilder();
        IntStream.range(0, count)
                .forEach(i -> rows.append("50123%04d;12,00;;;;".formatted(i))
                        .append(reference.formatted(i))
                        .append('\n'));
        return rows.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "501234567 / brak",
                "501234567, -",
                "501234567,brak",
                "brak / 501234567",
                "- / 501 234 567",
                "501 234 567 / NULL",
                "501234567; b/d",
                "501234567 |-"
            })
    void aNumberThatIsNotThereSaysNothingAboutTheOtherOne(String cell) throws IOException {
        assertThat(read("telefon;kwota\n\"" + cell + "\";1,00\n").verdicts())
                .containsExactly("2:OK:48501234567:100:null:null");
    }

    @Test
    void whatIsKnownAboutACellIsExplained() {
        assertThat(RejectionWords.key("AMOUNT_INVALID", "kwota", "133.9236")).endsWith(".DECIMALS");
        assertThat(RejectionWords.key("AMOUNT_INVALID", "kwota", "12,345")).isEqualTo("reason.AMOUNT_INVALID");
        assertThat(RejectionWords.key("DUE_DATE_INVALID", "termin", "15.10.2062"))
                .endsWith(".FAR");
        assertThat(RejectionWords.key("DUE_DATE_INVALID", "termin", "31.02.2026"))
                .isEqualTo("reason.DUE_DATE_INVALID");
        assertThat(RejectionWords.key("DUE_DATE_INVALID", "termin", "2026-10-15T23:00:00Z"))
                .isEqualTo("reason.DUE_DATE_INVALID.TIME");
        for (String key : List.of("AMOUNT_INVALID.DECIMALS", "DUE_DATE_INVALID.FAR", "DUE_DATE_INVALID.TIME")) {
            for (Texts texts : List.of(Texts.POLISH, Texts.ENGLISH)) {
                assertThat(texts.get("reason." + key, "kol", "wart"))
                        .contains(" kol, ")
                        .contains(" wart: ");
            }
        }
    }

    /** Erasure removes the cell and keeps the row. */
    @ParameterizedTest
    @EnumSource(Reason.class)
    void aCellThatIsGoneIsExplainedAsWell(Reason reason) {
        assertThat(RejectionWords.key(reason.name(), "termin", null)).isEqualTo("reason." + reason);
    }

    @Test
    void theMonthFirstIsSeenBehindAnApostrophe() throws IOException {
        String rows = "501234567;1;;'10/25/2026;;\n501234567;1;; 05/06/2026;;\n";
        assertThat(read(HEAD + rows).noticed()).containsExactly(Finding.of("MONTH_FIRST", 1, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "15.10.2026 > 15.10.20 > UNREADABLE",
                "15/10/2026 > 15.10.20 > UNREADABLE",
                "15.10.26 > 15.10.27 > OK",
                "15.10.2026 > 1.1.2027 > OK",
                "15.10.2026 > '' > OK",
                "2026-10-15 > 2026-10-16 > OK"
            })
    void aDayThatTheEndOfTheFileMayHaveCutIsNotBelieved(String others, String last, String verdict) throws IOException {
        String rows = "telefon;kwota;termin\n501234567;12,00;%s\n601234567;12,00;%s".formatted(others, last);
        assertThat(read(rows).verdicts()).last().asString().startsWith("3:" + verdict);
        assertThat(read(rows + "\n").verdicts())
                .as("with its end")
                .last()
                .asString()
                .startsWith("3:OK");
    }

    @Test
    void theCutDayIsExplained() {
        assertThat(RejectionWords.key("UNREADABLE", "termin", "15.10.20")).isEqualTo("reason.UNREADABLE.CUT_DAY");
        assertThat(Texts.POLISH.get("reason.UNREADABLE.CUT_DAY", "termin", "15.10.20"))
                .startsWith("Kolumna termin, wartość 15.10.20: na tej dacie plik się urywa");
        assertThat(Texts.ENGLISH.get("reason.UNREADABLE.CUT_DAY", "termin", "15.10.20"))
                .startsWith("Column termin, value 15.10.20: the file ends in this date");
    }

    @Test
    void paymentsNameTheirDebtsAlike() {
        for (String written : List.of("OP/17\u200b", "'OP/17", "=\"OP/17\"", "OP/17\u00a0")) {
            assertThat(SpreadsheetCell.text(written)).isEqualTo("OP/17");
        }
        assertThat(SpreadsheetCell.text("brak")).isEmpty();
    }

    private static List<NewReminder> valid(ExportRows rows) {
        return rows.results().stream()
                .map(result -> ((RowResult.Valid) result).reminder())
                .toList();
    }

    private ExportRows read(String file) throws IOException {
        return read(SourceFixture.withHeader(), file);
    }

    private ExportRows read(Source source, String file) throws IOException {
        return ExportRows.read(source, Files.write(folder.resolve("x.csv"), file.getBytes(StandardCharsets.UTF_8)));
    }
}
