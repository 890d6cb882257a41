package pl.kurenda.intake.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.intake.answer.Detected;
import pl.kurenda.intake.answer.RejectedFile;
import pl.kurenda.intake.row.ExportRows;
import pl.kurenda.intake.row.RowResult;
import pl.kurenda.intake.source.SourceFixture;

/** Exports whose cells are quoted differently from RFC 4180, and quotes that swallow what follows. */
class QuotingTest {
    @TempDir
    Path folder;

    @Test
    void readsCellsInApostrophes() throws IOException {
        ExportRows rows =
                read("'telefon';'kwota';'nazwa'\n'501234567';'12,00';'Jan; \"x\"'\n'601234567';'1,00';'O''Neil'\n"
                        + "'601234568';;'a\nb'\n");
        assertThat(rows.verdicts())
                .containsExactly(
                        "2:OK:48501234567:1200:null:Jan; \"x\"",
                        "3:OK:48601234567:100:null:O'Neil",
                        "4:AMOUNT_MISSING");
        assertThat(Detected.of(rows.layout()).quoting()).isEqualTo("apostrophes");
    }

    @Test
    void readsQuotesBehindBlanks() throws IOException {
        ExportRows rows =
                read("telefon, kwota, nazwa\n501234567, \"12,00\", \"Nowak, Jan\"\n601234567, \"1,00\", \"x\"\n");
        assertThat(rows.verdicts())
                .containsExactly("2:OK:48501234567:1200:null:Nowak, Jan", "3:OK:48601234567:100:null:x");
        assertThat(Detected.of(rows.layout()).quoting()).isEqualTo("quotes after blanks");
    }

    /** The apostrophe that spreadsheets put in front of a number is not a quote. */
    @Test
    void anApostropheInFrontIsNoQuote() throws IOException {
        assertThat(read("telefon;kwota;nazwa\n'501234567;'12,00;Jan\n'601234567;'1,00;'x'\n")
                        .verdicts())
                .containsExactly("2:OK:48501234567:1200:null:Jan", "3:OK:48601234567:100:null:'x'");
    }

    @Test
    void anAnswerInApostrophesIsTakenAgain() throws IOException {
        String head = "'telefon','kwota','nazwa'\n";
        ExportRows rows = read(head + "'5012','12,00','Jan'\n'50123','1,00','x'\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RejectedFile answer = new RejectedFile(rows.layout(), out);
        answer.writeHeader();
        rows.results().forEach(row -> answer.write(((RowResult.Rejected) row).rejection()));
        String mended = out.toString(StandardCharsets.UTF_8).replaceAll("'5012(3?)'", "'501234567'");
        assertThat(read(mended).verdicts())
                .containsExactly("2:OK:48501234567:1200:null:Jan", "3:OK:48501234567:100:null:x");
    }

    /** Otherwise its SMS would combine the number of one debtor with the amount of another. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aQuoteThatIsNotClosedTakesNoOtherRowIn(String end) throws IOException {
        String file = "telefon;kwota;nazwa|501234567;100;\"Jan|601234567;200;Ewa\"|601234568;300;Iza|";
        assertThat(read(file.replace("|", end)).verdicts())
                .containsExactly(
                        "2:UNREADABLE", "3:OK:48601234567:20000:null:Ewa\"", "4:OK:48601234568:30000:null:Iza");
    }

    @Test
    void aNoteOverSeveralLinesStaysWhatItIs() throws IOException {
        List<String> verdicts = read("telefon;kwota;nazwa\n501234567;100;\"Jan\ntel. 601234567; wieczorem\"\n"
                        + "\"501234567\n601234567\";200;Ewa\n")
                .verdicts();
        assertThat(verdicts)
                .containsExactly(
                        "2:OK:48501234567:10000:null:Jan tel. 601234567; wieczorem", "4:OK:48501234567:20000:null:Ewa");
    }

    /** The text after a note in the first column has as many cells as a row, but belongs to the note. */
    @Test
    void aNoteOverSeveralLinesMayStandInTheFirstColumn() throws IOException {
        String file = "uwagi;telefon;kwota\n\"a\nb\";501234567;100\n\"a; b\nc\nd\";601234567;200\n";
        assertThat(read(file).verdicts())
                .containsExactly("2:OK:48501234567:10000:null:null", "4:OK:48601234567:20000:null:null");
        assertThat(read("nazwa;telefon;kwota\n\"Jan;501234567;100\nEwa\";601234567;200\n")
                        .verdicts())
                .as("an open quote that has taken a row in")
                .containsExactly("2:UNREADABLE", "3:OK:48601234567:20000:null:Ewa\"");
    }

    private ExportRows read(String file) throws IOException {
        return ExportRows.read(
                SourceFixture.withHeader(),
                Files.write(folder.resolve("x.csv"), file.getBytes(StandardCharsets.UTF_8)));
    }
}
