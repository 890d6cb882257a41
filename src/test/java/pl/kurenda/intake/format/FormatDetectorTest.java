package pl.kurenda.intake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceFixture;

class FormatDetectorTest {
    private static final String NAMES = "Świętosława Źrebiec\nŁukasz Gęś-Żółć\nBOŻENA WIŚNIEWSKA\nMałgorzata Wójcik\n";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void refusesWhatCannotBeRead(Refusal.Kind kind, byte[] file) throws IOException {
        assertThat(detect(SourceFixture.withHeader(), file))
                .isInstanceOfSatisfying(
                        Detection.Unreadable.class,
                        found -> assertThat(found.refusal().kind()).isEqualTo(kind));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments(Refusal.Kind.EMPTY, new byte[0]),
                arguments(Refusal.Kind.EMPTY, "\r\n  \r\n".getBytes(StandardCharsets.UTF_8)),
                arguments(Refusal.Kind.EMPTY, "\ufeff".getBytes(StandardCharsets.UTF_8)),
                arguments(Refusal.Kind.BINARY, new byte[] {'a', 0, 'b', 0, '\n'}),
                arguments(Refusal.Kind.WORKBOOK_BROKEN, new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}),
                arguments(Refusal.Kind.WORKBOOK, new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0}),
                arguments(Refusal.Kind.EMPTY, "\ufeff\n".getBytes(StandardCharsets.UTF_16LE)),
                arguments(Refusal.Kind.EMPTY, "sep=;\r\n".getBytes(StandardCharsets.UTF_8)),
                arguments(Refusal.Kind.WIDE, "\ufefftelefon;kwota\n".getBytes(Charset.forName("UTF-32LE"))),
                arguments(Refusal.Kind.BINARY, "\ufefftelefon;kwota\n".getBytes(Charset.forName("UTF-32BE"))),
                arguments(Refusal.Kind.NO_PHONE, "nazwisko;kwota\nNowak;1,00\n".getBytes(StandardCharsets.UTF_8)),
                arguments(Refusal.Kind.NO_PHONE, "501234567;12,00\n".getBytes(StandardCharsets.UTF_8)),
                arguments(Refusal.Kind.NO_AMOUNT, "telefon;nazwisko\n1;2\n".getBytes(StandardCharsets.UTF_8)),
                arguments(Refusal.Kind.HEADER_UNREADABLE, "\"telefon;kwota\n1;2\n".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({"windows-1250", "ISO-8859-2", "IBM852", "UTF-8"})
    void findsTheCharsetByThePolishLetters(String charset) throws IOException {
        String rows = NAMES.replaceAll("(?m)^", "501234567;12,00;");
        byte[] file = ("telefon;kwota;nazwa\n" + rows).getBytes(Charset.forName(charset));
        assertThat(readable(SourceFixture.withHeader(), file).charset()).isEqualTo(Charset.forName(charset));
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1250, Łukasz Dąb",
        "ISO-8859-2, Łukasz Dąb",
        "IBM852, Łukasz Dąb",
        "windows-1250, SPÓŁKA ŚWIT",
        "IBM852, SPÓŁKA ŚWIT",
        "windows-1250, SPÓŁKA",
        "windows-1250, „ZIMÓ” POWRÓŻ ULICĘ\u00a0",
        "ISO-8859-2, ŚWIT WRÓŚ",
        "ISO-8859-2, ŚWIT",
        "UTF-8, ó",
        "UTF-8, Иван",
        "UTF-8, Νίκος",
        "UTF-8, ٣",
        "UTF-8, ʤ",
        "UTF-8, 😀",
        "UTF-8, 王",
        "UTF-8, Z\u0307ak",
        "UTF-8, „Łąka” – €",
        "windows-1250, „Dom”"
    })
    void findsTheCharsetByAFewLetters(String charset, String name) throws IOException {
        byte[] file = ("telefon;kwota;nazwa\n501234567;12,00;" + name + "\n").getBytes(Charset.forName(charset));
        assertThat(readable(SourceFixture.withHeader(), file).charset()).isEqualTo(Charset.forName(charset));
    }

    @Test
    void staysWithUtf8WhereAFewOctetsAreBroken() throws IOException {
        String row = "501234567;12,00;Łukasz Dąb\n";
        byte[] good = ("telefon;kwota;nazwa\n" + row.repeat(10)).getBytes(StandardCharsets.UTF_8);
        byte[] bad = "501234567;12,00;D\u00b9b\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(readable(SourceFixture.withHeader(), concat(good, bad)).charset())
                .isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void readsAHeaderThatIsLongerThanWhatIsLookedAt() throws IOException {
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < 15_000; i++) {
            header.append("dodatkowa kolumna ").append(i).append(';');
        }
        String row = ";".repeat(15_000) + "501234567;12,00\n";
        Layout layout = readable(SourceFixture.withHeader(), bytes(header + "telefon;kwota\n" + row));
        assertThat(layout.delimiter()).isEqualTo(';');
        assertThat(header.length()).isGreaterThan(256 * 1024);
    }

    @Test
    void looksAtTheWholeFileForTheCharset() throws IOException {
        byte[] ascii = ("telefon;kwota;nazwa\n" + "501234567;12,00;Jan Nowak\n".repeat(30_000))
                .getBytes(StandardCharsets.US_ASCII);
        byte[] last = "501234567;12,00;Łukasz Dąb\n".getBytes(Charset.forName("ISO-8859-2"));
        assertThat(readable(SourceFixture.withHeader(), concat(ascii, last)).charset())
                .isEqualTo(Charset.forName("ISO-8859-2"));
    }

    @Test
    void believesTheSettings() throws IOException {
        byte[] file = "telefon;kwota;nazwa\n1;2;Dąb\n".getBytes(StandardCharsets.UTF_8);
        assertThat(readable(SourceFixture.charset(Charset.forName("windows-1250")), file)
                        .charset())
                .isEqualTo(Charset.forName("windows-1250"));
        Source comma =
                SourceFixture.reading(new Source.Reading(null, ',', true, Map.of(Field.PHONE, "1", Field.AMOUNT, "2")));
        assertThat(readable(comma, bytes("telefon;a,kwota;b\n1;2,3;4\n")).delimiter())
                .isEqualTo(',');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '^',
            value = {
                "telefon;kwota|501234567;12,00#;",
                "telefon,kwota|501234567,12.00#,",
                "telefon~kwota|501234567~12,00#~",
                "kwota;telefon|1,00;501234567|2,00;501234568#;",
                "telefon,kwota,nazwa|501234567,12.00,\"Świt; Żak\"|501234568,12.00,\"A; B; C\"#,",
                "\"telefon\";\"kwota\"|\"501234567\";\"12,00\"#;"
            })
    void findsTheDelimiter(String file, char delimiter) throws IOException {
        byte[] octets = bytes(file.replace('|', '\n').replace('~', '\t'));
        assertThat(readable(SourceFixture.withHeader(), octets).delimiter())
                .isEqualTo(delimiter == '~' ? '\t' : delimiter);
    }

    @Test
    void fingerprintsTheFile() throws Exception {
        byte[] file = bytes("telefon;kwota\n501234567;1\n".repeat(20_000));
        Detection.Readable found = (Detection.Readable) detect(SourceFixture.withHeader(), file);
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        assertThat(found.file().sha256()).isEqualTo(expected);
        assertThat(found.file().size()).isEqualTo(file.length);
    }

    private Layout readable(Source source, byte[] file) throws IOException {
        Detection detection = detect(source, file);
        assertThat(detection).isInstanceOf(Detection.Readable.class);
        return ((Detection.Readable) detection).layout();
    }

    /** Otherwise it would be retried for ever without a report. */
    @Test
    void whatNobodyHasThoughtOfIsRefusedInWords() throws IOException {
        Source broken = SourceFixture.reading(new Source.Reading(null, null, true, false, null));
        Path file = Files.write(folder.resolve("x.csv"), "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(new FormatDetector(broken).detect(file))
                .isEqualTo(new Detection.Unreadable(Refusal.of(Refusal.Kind.NOT_UNDERSTOOD)));
    }

    private Detection detect(Source source, byte[] file) throws IOException {
        return new FormatDetector(source).detect(Files.write(folder.resolve("x.csv"), file));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
