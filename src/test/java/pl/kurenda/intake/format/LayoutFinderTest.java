package pl.kurenda.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.row.ExportRows;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceFixture;
import pl.kurenda.intake.text.Texts;

/** Where the header is and what its columns hold. */
class LayoutFinderTest {
    @TempDir
    Path folder;

    @Test
    void showsTheLineThatWasReadAsTheHeader() throws IOException {
        String file = "Raport za listopad\n\nLp.;Nazwisko;\"Do\nwplaty\"\n1;Nowak;12,00\n2;Kowal;13,00\n";
        assertThat(detect(SourceFixture.withHeader(), bytes(file)))
                .isEqualTo(new Detection.Unreadable(
                        new Refusal(Refusal.Kind.NO_PHONE, "", 3, "Lp.;Nazwisko;\"Do wplaty\"")));
        assertThat(detect(SourceFixture.withHeader(), bytes("501234567;12,00\n501234568;13,00\n")))
                .isEqualTo(new Detection.Unreadable(new Refusal(Refusal.Kind.NO_PHONE, "", 1, "501234567;12,00")));
        assertThat(new Refusal(Refusal.Kind.NO_PHONE, "", 1, "501234567;12,00").toString())
                .doesNotContain("501");
    }

    /**
     * In the file, {@code |} is a line end. Expected are the line of the header and the number of records above the
     * rows.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "telefon;kwota|501234567;12,00# 1# 1",
                "Urząd Gminy|telefon;kwota|501234567;12,00# 2# 2",
                "Raport: zaległości||stan na 24.11.2026;;|Lp.;telefon;kwota|1;501234567;12,00# 4# 3",
                "Raport;;|telefon;kwota;nazwa|501234567;12,00;Jan# 2# 2",
                "\"Raport|dwa wiersze\"|telefon;kwota|501234567;12,00# 3# 2",
                "Raport \"Śmieci\";x|\"telefon\";\"kwota\"|501234567;12,00# 2# 2",
                "Telefon;Raport|telefon;kwota|501234567;12,00# 2# 2",
                "sep=;|telefon;kwota|501234567;12,00# 2# 2",
                "\"sep=,\"|telefon,kwota|501234567,12.00# 2# 2",
                "SEP=||telefon|kwota|501234567;12,00# 2# 2",
                "sep=;|Raport|telefon;kwota|501234567;12,00# 3# 3"
            })
    void findsTheHeaderBelowTitles(String file, int line, int skipped) throws IOException {
        boolean bar = file.startsWith("SEP");
        byte[] octets = bytes(bar ? "SEP=|\ntelefon|kwota\n501234567|12,00\n" : file.replace('|', '\n'));
        Layout layout = readable(SourceFixture.withHeader(), octets);
        assertThat(layout.header().line()).isEqualTo(line);
        assertThat(layout.skipped()).isEqualTo(skipped);
        assertThat(layout.header().names()).contains("telefon", "kwota");
        List<String> verdicts = ExportRows.read(SourceFixture.withHeader(), folder.resolve("x.csv"))
                .verdicts();
        assertThat(verdicts).singleElement().asString().contains(":OK:48501234567:1200:");
    }

    @Test
    void findsAConfiguredHeaderBelowTitles() throws IOException {
        Source source = SourceFixture.columns(Map.of(Field.PHONE, "kontakt", Field.AMOUNT, "ile"));
        assertThat(readable(source, bytes("Raport;x;y\nkto;Kontakt;ile\nJan;501234567;1\n"))
                        .header()
                        .line())
                .isEqualTo(2);
    }

    @Test
    void takesTheFirstFullLineForTheHeaderWhereColumnsAreNumbered() throws IOException {
        Source source = SourceFixture.columns(Map.of(Field.PHONE, "1", Field.AMOUNT, "2"));
        Layout layout = readable(source, bytes("Raport;\n\nk1;k2\n501234567;1,00\n501234568;2,00\n"));
        assertThat(layout.header().names()).containsExactly("k1", "k2");
        assertThat(layout.header().line()).isEqualTo(3);
    }

    @Test
    void neverTakesADebtorForTheHeader() throws IOException {
        Source source = SourceFixture.columns(Map.of(Field.PHONE, "1", Field.AMOUNT, "2"));
        Layout layout = readable(source, bytes("501234567;1,00\n501234568;2,00\n"));
        assertThat(layout.header()).isNull();
        assertThat(layout.skipped()).isZero();
        assertThat(ExportRows.read(source, folder.resolve("x.csv")).verdicts()).hasSize(2);
    }

    /** For example after a sort that moved the header too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "501234567;12,00;Jan|telefon;kwota;nazwa# 1",
                "Raport|+48 501-234-567;12,00|telefon;kwota;nazwa# 2",
                "50123456;12,00;Jan|telefon;kwota;nazwa# 1",
                "5,01E+08;12,00;Jan|telefon;kwota;nazwa# 1",
                "Jan;12,00;501234567|telefon;kwota;nazwa# 1",
                "Raport;;|501234567;12,00;Jan \"x|telefon;kwota;nazwa# 2",
                "501234567;12,00;\"Jan|telefon;kwota;nazwa# 1"
            })
    void refusesAFileWithRowsAboveTheHeader(String above, int line) throws IOException {
        byte[] file = bytes((above + "|501234568;13,00;Ewa|").replace('|', '\n'));
        int header = above.split("\\|").length;
        assertThat(detect(SourceFixture.withHeader(), file))
                .isEqualTo(new Detection.Unreadable(new Refusal(
                        Refusal.Kind.ROW_ABOVE_HEADER, String.valueOf(line), header, "telefon;kwota;nazwa")));
        Refusal.Kind kind = Refusal.Kind.ROW_ABOVE_HEADER;
        assertThat(Texts.POLISH.get("refusal." + kind, "7")).contains("Wiersz 7 ");
        assertThat(Texts.ENGLISH.get("refusal." + kind, "7")).contains("Line 7 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "brak;12,00# 1:PHONE_INVALID",
                "60600070;12,00# 1:PHONE_INVALID",
                "22 628 12 34;12,00# 1:PHONE_NOT_MOBILE",
                "606000709;12,3x# 1:AMOUNT_INVALID",
                "6,06E+08;12,00# 1:PHONE_INVALID",
                "brak;brak# 1:PHONE_INVALID",
                "Nr telefonu;x# ",
                "x;Kwota# "
            })
    void rejectsABadFirstRowInSightWhereColumnsAreNumbered(String first, String verdict) throws IOException {
        Source source = SourceFixture.reading(
                new Source.Reading(null, null, true, false, Map.of(Field.PHONE, "1", Field.AMOUNT, "2")));
        List<String> verdicts = ExportRows.read(
                        source, Files.write(folder.resolve("x.csv"), bytes(first + "\n501234567;1,00\n")))
                .verdicts();
        assertThat(verdicts).hasSize(verdict == null ? 1 : 2).last().asString().startsWith("2:OK:");
        assertThat(verdict == null ? "" : verdicts.get(0)).isEqualTo(verdict == null ? "" : verdict);
    }

    @Test
    void aDelimiterAtTheEndOfEachRowIsNoColumn() throws IOException {
        byte[] rows = bytes("telefon;kwota\n501234567;1,00;\n501234568;2,00;\n501234569;3,00;x\n");
        assertThat(readable(SourceFixture.withHeader(), rows).width()).isEqualTo(2);
        byte[] empty = bytes("telefon;kwota\n501234567;1,00;\n501234568;2,00;\n501234569;3,00\n");
        Layout layout = readable(SourceFixture.withHeader(), empty);
        assertThat(layout.width()).isEqualTo(3);
        assertThat(layout.header().raw()).isEqualTo(bytes("telefon;kwota;"));
        byte[] header = bytes("telefon;kwota;\n501234567;1,00\n501234568;2,00\n");
        layout = readable(SourceFixture.withHeader(), header);
        assertThat(layout.width()).isEqualTo(2);
        assertThat(layout.header().raw()).isEqualTo(bytes("telefon;kwota"));
    }

    @Test
    void takesTenThousandColumns() throws IOException {
        String header = "kol;".repeat(9_997) + "telefon;kwota;x";
        String row = "1;".repeat(9_997) + "501234567;1,00;";
        readable(SourceFixture.withHeader(), bytes(header + "\n" + row + "\n" + "1;2\n" + row));
        assertThat(ExportRows.read(SourceFixture.withHeader(), folder.resolve("x.csv"))
                        .verdicts())
                .containsExactly("2:OK:48501234567:100:null:null", "3:COLUMN_COUNT", "4:OK:48501234567:100:null:null");
    }

    private Layout readable(Source source, byte[] file) throws IOException {
        Detection detection = detect(source, file);
        assertThat(detection).isInstanceOf(Detection.Readable.class);
        return ((Detection.Readable) detection).layout();
    }

    private Detection detect(Source source, byte[] file) throws IOException {
        return new FormatDetector(source).detect(Files.write(folder.resolve("x.csv"), file));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
