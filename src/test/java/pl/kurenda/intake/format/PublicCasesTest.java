package pl.kurenda.intake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.intake.row.ExportRows;
import pl.kurenda.intake.source.SourceFixture;

/** Cases from public tests of CSV readers and of a notification service, adapted to Polish exports. */
class PublicCasesTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "\u200b\t\t+48 (0)501 234 567\ufeff ",
                "0048501234567",
                "00 48 501234567",
                "+0048501234567",
                "+48\u2007501\u2009234\u2003567",
                "501\u3000234\u205f567",
                "501\u2014234\u2015567",
                "501\u2212234\u2212567",
                "501\u2011234\u2013567",
                "(501) 234-567",
                "501.234.567",
                "501234567...",
                "'+48 501 234 567",
                "tel. 501 234 567",
                "501 234 567 (mama)",
                "501 234 567 / 601 234 567",
                "501234567\u2003601234567",
                "501\u00ad234\u00ad567",
                "\u202a+48501234567\u202c"
            })
    void isTheSameMobileHoweverItIsWritten(String phone) throws IOException {
        assertThat(read("telefon;kwota\n\"" + phone + "\";1,00\n").verdicts())
                .containsExactly("2:OK:48501234567:100:null:null");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "50123456",
                "5012345678",
                "0048501234567890",
                "+48 (0)501 234 567 89",
                "+48 (0)501 234 56",
                "501x234567",
                "5O1234567",
                "501234567 \u260e",
                "50\"\";DROP TABLE;\"\"",
                "+48 50ab cde fgh",
                "ALPHANUM3R1C",
                "+48501234567+48601234567",
                "\uff15\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17",
                "1 2 3 4 5",
                "+12345 12345 12345 6",
                "0033877123456",
                "80100000000"
            })
    void isNoPhone(String phone) throws IOException {
        assertThat(read("telefon;kwota\n\"" + phone + "\";1,00\n").verdicts()).containsExactly("2:PHONE_INVALID");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void readsAsAClerkWould(String what, String file, List<String> expected) throws IOException {
        assertThat(read(file).verdicts()).isEqualTo(expected);
    }

    static Stream<Arguments> files() {
        String ok = "2:OK:48501234567:100:null:";
        return Stream.of(
                arguments(
                        "a mark in a quoted header",
                        "\ufeff\"telefon\";\"kwota\"\n501234567;1\n",
                        List.of(ok + "null")),
                arguments("blanks around names", "  telefon ; KWOTA  ;nazwa \n501234567;1;x\n", List.of(ok + "x")),
                arguments("names in other spellings", "Phone_Number,AMOUNT\n501234567,1\n", List.of(ok + "null")),
                arguments(
                        "names over two lines",
                        "\"nr\ntelefonu\";kwota\n501234567;1\n",
                        List.of("3" + ok.substring(1) + "null")),
                arguments(
                        "all quoted",
                        "\"telefon\";\"kwota\";\"nazwa\"\r\n\"501234567\";\"1\";\"x\"\r\n",
                        List.of(ok + "x")),
                arguments(
                        "a comma in quotes",
                        "telefon,kwota,nazwa\n501234567,\"1,00\",\"a, b\"\n",
                        List.of(ok + "a, b")),
                arguments(
                        "a quoted line end in CR", "telefon;kwota;nazwa\r501234567;1;\"a\rb\"\r", List.of(ok + "a b")),
                arguments(
                        "quotes and line ends",
                        "telefon;kwota;nazwa\n501234567;1;\"a \n\"\"b\"\"\n\"\n",
                        List.of(ok + "a \"b\"")),
                arguments(
                        "columns without a name",
                        "telefon;kwota;;;\n501234567;1;;;\n501234567;1;;x;\n",
                        List.of(ok + "null", "3" + ok.substring(1) + "null")),
                arguments("no line end", "telefon;kwota;nazwa\n501234567;1;x", List.of(ok + "x")),
                arguments(
                        "a blank before a quote",
                        "telefon;kwota;nazwa\n501234567;1; \"a;b\"\n501234567;1;x\n",
                        List.of("2:COLUMN_COUNT", "3" + ok.substring(1) + "x")),
                arguments(
                        "apostrophes are no quotes", "telefon;kwota;nazwa\n501234567;1;'a b'\n", List.of(ok + "'a b'")),
                arguments(
                        "a backslash escapes nothing",
                        "telefon;kwota;nazwa\n501234567;1;a\\\n501234567;1;\"a\\\"\n",
                        List.of(ok + "a\\", "3" + ok.substring(1) + "a\\")),
                arguments(
                        "degrees and minutes",
                        "telefon;kwota;nazwa\n501234567;1;52\u00b013'47\"\"\n",
                        List.of(ok + "52\u00b013'47\"\"")),
                arguments(
                        "blank lines at both ends",
                        "\n\n telefon;kwota\n501234567;1\n\n\n",
                        List.of("4" + ok.substring(1) + "null")),
                arguments("a header and blanks", "telefon;kwota\n   \n;\n\t\n", List.of()),
                arguments(
                        "a name twice that nobody asks for",
                        "telefon;kwota;x;x\n501234567;1;a;b\n",
                        List.of(ok + "null")));
    }

    @Test
    void tenThousandColumnsAreReadAndNoneIsLost() throws IOException {
        String wide = ";x".repeat(9_998);
        ExportRows rows = read("telefon;kwota" + wide + "\n501234567;1" + wide + "\n501234567;1\n");
        assertThat(rows.verdicts()).containsExactly("2:OK:48501234567:100:null:null", "3:COLUMN_COUNT");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n\n", " \n\t\n", ";;;\n;;;\n", ",,\n,,,\n", "\t\n||\n", "\ufeff", "\u001a"})
    void nothingButBlanksIsEmpty(String file) throws IOException {
        assertThat(read(file).refusal().kind()).isEqualTo(Refusal.Kind.EMPTY);
    }

    private ExportRows read(String file) throws IOException {
        Path path = Files.write(folder.resolve("x.csv"), file.getBytes(StandardCharsets.UTF_8));
        return ExportRows.read(SourceFixture.withHeader(), path);
    }
}
