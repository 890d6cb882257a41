package pl.kurenda.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.intake.WorkbookFixture;
import pl.kurenda.intake.answer.Detected;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.row.ExportRows;
import pl.kurenda.intake.source.AlwaysHeld;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceFixture;
import pl.kurenda.ledger.gate.Finding;

/** Files without a header, whose columns no setting names. */
class ColumnGuessTest {
    private static final Source SOURCE = SourceFixture.reading(new Source.Reading(null, null, true, false, Map.of()));
    private static final String NRB_1 = "61109010140000071219812874";
    private static final String NRB_2 = "27114020040000300201355387";

    @TempDir
    Path folder;

    /** A slash divides the rows here. What cannot be decided is refused. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '>',
            value = {
                "501234567;12,50;Jan / 601234567;7,00;Ewa > phone=1 amount=2",
                "Jan;48501234567;12,50 zł / Ewa;601 234 567;7 zł > phone=2 amount=3",
                "1;Jan;501234567;12,50;15.10.2026 / 2;Ewa;601234567;7,00;15.11.2026 > phone=3 amount=4 due=5",
                "501234567,12.50,2026-10-15,Jan / 601234567,7.10,2026-11-15,Ewa > phone=1 amount=2 due=3",
                "501234567;12,50;Nowak, Jan, i S-ka, sp. j. / 601234567;7,00;Zych, Ewa, i S-ka, sp. j. > phone=1"
                        + " amount=2",
                "brak;12,50 / 501234567;1,00 / 601234567;7,00 / 601234568;7,00 > phone=1 amount=2",
                "501234567;12,50;NRB1 / 601234567;7,00;NRB2 > phone=1 amount=2 account=3",
                "501234567;12,50;45948;1 / 601234567;7,00;45949;2 > phone=1 amount=2",
                "501234567;61010112345;12,50 / 601234567;75020254321;7,00 > phone=1 amount=3",
                "501234567;12,50;601234567 / 601234568;7,00;501234568 > COLUMNS_UNCLEAR 1, 3",
                "501234567;12,50;3,20 / 601234567;7,00;1,10 > COLUMNS_UNCLEAR 2, 3",
                "501234567;12,50;15.10.2026;16.10.2026 / 601234567;7,00;15.11.2026;16.11.2026 > COLUMNS_UNCLEAR 3, 4",
                "501234567;12,50;NRB1;NRB2 / 601234567;7,00;NRB2;NRB1 > COLUMNS_UNCLEAR 3, 4",
                "501234567;125;Jan / 601234567;70;Ewa > NO_AMOUNT",
                "221234567;12,50 / 221234568;7,00 > NO_PHONE",
                "501234567;12,50;Jan > NO_PHONE",
                "Kontakt;Ile / 501234567;12,50 / 601234567;7,00 > phone=1 amount=2",
                "Kto;Dzwonić;Ile;Kiedy / Jan;501234567;12,50;15.10.2026 / Ewa;601234567;7,00;15.11.2026 > phone=2"
                        + " amount=3",
                "Raport / Dzwonić;Ile / 501234567;12,50 / 601234567;7,00 > phone=1 amount=2",
                "Telefon;Wpłacono / 501234567;12,50 / 601234567;7,00 > NO_AMOUNT",
                "Telefon;A;B / 501234567;12,50;1,20 / 601234567;7,00;3,00 > NO_AMOUNT",
                "A;B;Kwota / 501234567;601234567;1,20 / 501234568;601234568;3,00 > NO_PHONE",
                "Tel. stacjonarny;Kwota / 501234567;12,50 / 601234567;7,00 > NO_PHONE",
                "Nazwisko;Kwota / 501234567;12,50 / 601234567;7,00 > NO_PHONE",
                "Szanowni Państwo / w załączeniu plik > NO_PHONE"
            })
    void tellsTheColumnsOrRefuses(String rows, String expected) throws IOException {
        String file = rows.strip().replace(" / ", "\n").replace("NRB1", NRB_1).replace("NRB2", NRB_2);
        assertThat(shown(file + "\n")).isEqualTo(expected.strip());
    }

    @Test
    void whatIsGuessedIsReadAndNoticed() throws IOException {
        ExportRows rows = read("501234567;12,50;Jan\n601234567;7,00;Ewa\nbrak;1,00;Ola\n501234568;2,00;Iza\n");
        assertThat(rows.verdicts())
                .containsExactly(
                        "1:OK:48501234567:1250:null:null",
                        "2:OK:48601234567:700:null:null",
                        "3:PHONE_INVALID",
                        "4:OK:48501234568:200:null:null");
        assertThat(rows.noticed()).containsExactly(Finding.of("COLUMNS_GUESSED", "phone=1, amount=2"));
        assertThat(Detected.of(rows.layout()).guessed()).isTrue();
        assertThat(Detected.of(rows.layout()).columns()).isEqualTo(Map.of("phone", "1", "amount", "2"));
    }

    @Test
    void whatAHeaderLeavesOpenIsHeldForAPerson() throws IOException {
        ExportRows rows = read("Dzwonić;Kwota;Ważne do\n501234567;12,50;15.12.2026\n601234567;7,00;16.12.2026\n");
        assertThat(rows.verdicts())
                .containsExactly("2:OK:48501234567:1250:null:null", "3:OK:48601234567:700:null:null");
        assertThat(rows.noticed()).containsExactly(Finding.of("COLUMNS_UNNAMED", "phone=1, amount=2"));
        assertThat(AlwaysHeld.has(Finding.of("COLUMNS_UNNAMED"))).isTrue();
        assertThat(rows.layout().header().names()).containsExactly("Dzwonić", "Kwota", "Ważne do");
        assertThat(rows.layout().beside().warnings()).containsExactly(Finding.of("UNUSED_DUE", "Ważne do"));
    }

    /** In an earlier version, the two counters of cells disagreed about a quote after a blank. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "501234567, \"Kowalski, Jan\", 12.50\n601234567, \"Zych, Ewa\", 7.00\n",
                "501234567; \"x;12,50\n601234567; \"y;7,00\n",
                "501234567;\t\"x;12,50\n601234567;7,00\n501234567;\"a\" \"b\";12,50\n",
                "a; \"b\n\"c; d\";e\n"
            })
    void aQuoteBehindABlankIsCountedAlike(String file) throws IOException {
        Detection detection = read(file).detection();
        if (detection instanceof Detection.Unreadable unreadable) {
            assertThat(unreadable.refusal().kind()).isNotEqualTo(Refusal.Kind.NOT_UNDERSTOOD);
        }
        for (char delimiter : ";,\t".toCharArray()) {
            Sample sample = Sample.of(file.getBytes(StandardCharsets.UTF_8), true, delimiter);
            for (int i = 0; i < sample.records().size(); i++) {
                if (sample.records().get(i).sound()) {
                    assertThat(sample.cells(i, StandardCharsets.UTF_8))
                            .hasSize(sample.records().get(i).cells());
                }
            }
        }
    }

    /** Whatever the cells contain, the file is read, or refused with a known reason. */
    @Test
    void noFileWithoutHeaderIsBeyondUnderstanding() throws IOException {
        List<String> pieces = List.of(
                "501234567",
                "601 234 567",
                "12,50",
                "7.00",
                "15.10.2026",
                NRB_1,
                "\"",
                "\"\"",
                " ",
                "\t",
                ";",
                ";",
                ",",
                "\n",
                "\n",
                "Jan",
                "'",
                "=\"1\"",
                "x\"y",
                " \"a\" ",
                "telefon",
                "kwota",
                "\r",
                "\u200b",
                "|");
        Random random = new Random(4);
        for (int i = 0; i < 3000; i++) {
            StringBuilder file = new StringBuilder();
            for (int n = random.nextInt(40); n >= 0; n--) {
                file.append(pieces.get(random.nextInt(pieces.size())));
            }
            Detection detection = read(file.toString()).detection();
            if (detection instanceof Detection.Unreadable unreadable) {
                assertThat(unreadable.refusal().kind()).as(file.toString()).isNotEqualTo(Refusal.Kind.NOT_UNDERSTOOD);
            }
        }
    }

    /** A reply to such a file is corrected and dropped again. */
    @Test
    void itsAnswerIsGuessedAgain() throws IOException {
        ExportRows rows = read("501234567;12,50;Jan;3;PHONE_INVALID;x\n601234567;7,00;Ewa;9;PHONE_INVALID;\"y;z\"\n");
        assertThat(rows.layout().answered()).isTrue();
        assertThat(rows.layout().width()).isEqualTo(3);
        assertThat(rows.verdicts()).hasSize(2).allMatch(verdict -> verdict.contains(":OK:"));
    }

    /** Settings take precedence: they say that there is a header, or where a column is. */
    @Test
    void nothingIsGuessedAgainstTheSettings() throws IOException {
        String file = "501234567;12,50;Jan\n601234567;7,00;Ewa\n";
        for (Source told : List.of(
                SourceFixture.withHeader(),
                SourceFixture.reading(new Source.Reading(null, null, true, false, Map.of(Field.DUE, "3"))))) {
            assertThat(ExportRows.read(told, write(file)).detection()).isInstanceOf(Detection.Unreadable.class);
        }
    }

    /** A sheet beside the export that merely resembles one is not a reason to refuse the file. */
    @Test
    void aSheetWithHeaderIsTheExport() throws IOException {
        String list = WorkbookFixture.row(1, "501234567", "12,50") + WorkbookFixture.row(2, "601234567", "7,00");
        Path alone = WorkbookFixture.of(list).write(folder.resolve("x.xlsx"));
        assertThat(ExportRows.read(SOURCE, alone).layout().guessed()).isTrue();
    }

    private String shown(String file) throws IOException {
        ExportRows rows = read(file);
        if (rows.detection() instanceof Detection.Unreadable unreadable) {
            return (unreadable.refusal().kind() + " " + unreadable.refusal().detail()).strip();
        }
        assertThat(rows.layout().guessed()).isTrue();
        StringBuilder shown = new StringBuilder();
        for (Field field : Field.values()) {
            rows.layout()
                    .place(field)
                    .ifPresent(place ->
                            shown.append(' ').append(field.key()).append('=').append(place + 1));
        }
        return shown.toString().strip();
    }

    private ExportRows read(String file) throws IOException {
        return ExportRows.read(SOURCE, write(file));
    }

    private Path write(String file) throws IOException {
        return Files.write(folder.resolve("x.csv"), file.getBytes(StandardCharsets.UTF_8));
    }
}
