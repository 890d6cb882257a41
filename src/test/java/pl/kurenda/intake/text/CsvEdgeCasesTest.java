package pl.kurenda.intake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.intake.answer.RejectedFile;
import pl.kurenda.intake.row.ExportRows;
import pl.kurenda.intake.row.RowResult;
import pl.kurenda.intake.source.SourceFixture;

/** Edge cases of CSV, from bytes to verdicts. */
class CsvEdgeCasesTest {
    private static final String HEAD = "telefon;kwota;nazwa\n";
    private static final String GOOD = "501234567;1,00;Jan\n";
    private static final String LAST = "501234568;2,00;Ewa\n";
    private static final String LAST_IS_GOOD = ":OK:48501234568:200:null:Ewa";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aFlawIsItsOwnRowsAlone(String what, String row, List<String> expected) throws IOException {
        List<String> verdicts = read((HEAD + GOOD + row + LAST).getBytes(StandardCharsets.UTF_8))
                .verdicts();
        assertThat(verdicts.get(0)).isEqualTo("2:OK:48501234567:100:null:Jan");
        assertThat(verdicts.subList(1, verdicts.size() - 1)).isEqualTo(expected);
        assertThat(verdicts.get(verdicts.size() - 1)).endsWith(LAST_IS_GOOD);
    }

    static Stream<Arguments> rows() {
        String ok = "3:OK:48601234567:300:null:";
        return Stream.of(
                arguments("quoted line end", "601234567;3;\"a\nb\"\n", List.of(ok + "a b")),
                arguments("quoted CRLF and delimiter", "601234567;3;\"a;\r\nb\"\r\n", List.of(ok + "a; b")),
                arguments("doubled quotes", "601234567;3;\"a \"\"b\"\"\"\n", List.of(ok + "a \"b\"")),
                arguments("nothing but quotes", "601234567;3;\"\"\"\"\n", List.of(ok + "\"")),
                arguments("empty quotes", "601234567;3;\"\"\n", List.of(ok + "null")),
                arguments("quotes within a cell", "601234567;3;P.H. \"X\"\n", List.of(ok + "P.H. \"X\"")),
                arguments("JSON in a cell", "601234567;3;\"{\"\"a\"\": [1]}\"\n", List.of(ok + "{\"a\": [1]}")),
                arguments("blanks around a quote", "\"601234567\" ;3;\"x\" \n", List.of(ok + "x")),
                arguments("blank lines", "\n \n\t\n", List.of()),
                arguments("unmatched quote", "601234567;\"3;x\n", List.of("3:UNREADABLE")),
                arguments("text after a quote", "601234567;3;\"x\"y\n", List.of("3:UNREADABLE")),
                arguments("a cell less", "601234567;3\n", List.of("3:COLUMN_COUNT")),
                arguments("a cell more", "601234567;3;x;y\n", List.of("3:COLUMN_COUNT")),
                arguments("a delimiter at the end", "601234567;3;x;\n", List.of("3:COLUMN_COUNT")),
                arguments("delimiters alone", ";;\n;\n ; ;\t\n;;;;\n", List.of()),
                arguments("quoted nothing", "\"\";;\n", List.of("3:PHONE_MISSING")),
                arguments("a NUL", "601234567;3;x\0\n", List.of("3:UNREADABLE")),
                arguments("a line of a NUL", "\0\n", List.of("3:COLUMN_COUNT")),
                arguments("a cell of 1 MB", "601234567;3;" + "x".repeat(1_000_000) + "\n", List.of("3:UNREADABLE")),
                arguments("a quoted one", "601234567;3;\"" + "x".repeat(1_000_000) + "\"\n", List.of("3:UNREADABLE")),
                arguments("10,000 cells", "x;".repeat(10_000) + "\n", List.of("3:COLUMN_COUNT")),
                arguments("a CR as line end", "601234567;3;x\r", List.of(ok + "x")),
                arguments("a formula around the phone", "=\"601234567\";3;x\n", List.of(ok + "x")),
                arguments("leading apostrophes", "'601234567;'3,00;x\n", List.of(ok + "x")),
                arguments("signs that nobody sees", "\u200b601\u00ad234567\ufeff;3;x\n", List.of(ok + "x")),
                arguments("lost digits", "4,8601E+10;3;x\n", List.of("3:PHONE_INVALID")));
    }

    @Test
    void octetsThatAreNotOfTheCharsetFlawTheirRow() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write((HEAD + "501234567;1,00;Żółć\n").repeat(1).getBytes(StandardCharsets.UTF_8));
        file.write("601234567;3;\u00b9\n".getBytes(StandardCharsets.ISO_8859_1));
        file.write(LAST.getBytes(StandardCharsets.UTF_8));
        assertThat(read(file.toByteArray()).verdicts())
                .containsExactly("2:OK:48501234567:100:null:Żółć", "3:UNREADABLE", "4" + LAST_IS_GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void allLineEndsCount(String end) throws IOException {
        ExportRows rows = read((HEAD + "\n" + GOOD + LAST).replace("\n", end).getBytes(StandardCharsets.UTF_8));
        assertThat(rows.verdicts()).containsExactly("3:OK:48501234567:100:null:Jan", "4" + LAST_IS_GOOD);
        assertThat(rows.layout().form().lineEnd()).isEqualTo(end);
    }

    @Test
    void mixedLineEndsAndNoLastOne() throws IOException {
        assertThat(read((HEAD + "501234567;1,00;Jan\r" + "501234567;1,00;Jan\r\n" + LAST.strip())
                                .getBytes(StandardCharsets.UTF_8))
                        .verdicts())
                .hasSize(3)
                .last()
                .asString()
                .isEqualTo("4" + LAST_IS_GOOD);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, true",
        "UTF-16LE, false",
        "UTF-16BE, true",
        "UTF-16BE, false",
    })
    void readsUtf16(String charset, boolean mark) throws IOException {
        String name = "Żółć „😀”";
        String text = (mark ? "\ufeff" : "") + HEAD + "501234567;1,00;" + name + "\r\n601234567;x;y\r\n" + LAST;
        ExportRows rows = read(text.getBytes(Charset.forName(charset)));
        assertThat(rows.layout().charset()).isEqualTo(Charset.forName(charset));
        assertThat(rows.layout().form().bom()).isEqualTo(mark);
        assertThat(rows.verdicts())
                .containsExactly("2:OK:48501234567:100:null:" + name, "3:AMOUNT_INVALID", "4" + LAST_IS_GOOD);
        assertThat(answer(rows))
                .isEqualTo((mark ? "\ufeff" : "") + "telefon;kwota;nazwa;line;reason;explanation\n601234567;x;y;3;"
                        + "AMOUNT_INVALID;" + explanation());
    }

    @Test
    void halfASurrogatePairFlawsItsRow() throws IOException {
        String text = HEAD + "501234567;1,00;x\ud83d\n" + LAST;
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.write(0xff);
        octets.write(0xfe);
        text.chars().forEach(unit -> {
            octets.write(unit);
            octets.write(unit >> 8);
        });
        assertThat(read(octets.toByteArray()).verdicts()).containsExactly("2:UNREADABLE", "3" + LAST_IS_GOOD);
        octets.write('x');
        assertThat(read(octets.toByteArray()).verdicts())
                .containsExactly("2:UNREADABLE", "3" + LAST_IS_GOOD, "4:COLUMN_COUNT");
    }

    private static String explanation() {
        return Texts.POLISH.get("reason.AMOUNT_INVALID", "kwota", "x") + "\n";
    }

    private static String answer(ExportRows rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RejectedFile file = new RejectedFile(rows.layout(), out);
        file.writeHeader();
        rows.results().stream()
                .filter(RowResult.Rejected.class::isInstance)
                .forEach(row -> file.write(((RowResult.Rejected) row).rejection()));
        return out.toString(rows.layout().charset());
    }

    private ExportRows read(byte[] file) throws IOException {
        return ExportRows.read(SourceFixture.withHeader(), Files.write(folder.resolve("x.csv"), file));
    }
}
