package pl.kurenda.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormatDetectorTest {
    private static final String NAMES = "Świętosława Źrebiec\nŁukasz Gęś-Żółć\nBOŻENA WIŚNIEWSKA\nMałgorzata Wójcik\n";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void refusesWhatCannotBeRead(Refusal.Kind kind, byte[] file) throws IOException {
        assertThat(detect(TestSources.withHeader(), file))
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
                arguments(Refusal.Kind.WORKBOOK, new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}),
                arguments(Refusal.Kind.WIDE, "\ufefftelefon;kwota\n".getBytes(StandardCharsets.UTF_16LE)),
                arguments(Refusal.Kind.WIDE, "\ufefftelefon;kwota\n".getBytes(StandardCharsets.UTF_16BE)),
                arguments(Refusal.Kind.BINARY, "telefon;kwota\n".getBytes(StandardCharsets.UTF_16BE)),
                arguments(Refusal.Kind.NO_PHONE, "nazwisko;kwota\nNowak;1,00\n".getBytes(StandardCharsets.UTF_8)),
                arguments(Refusal.Kind.NO_PHONE, "501234567;12,00\n".getBytes(StandardCharsets.UTF_8)),
                arguments(Refusal.Kind.NO_AMOUNT, "telefon;nazwisko\n1;2\n".getBytes(StandardCharsets.UTF_8)),
                arguments(Refusal.Kind.HEADER_UNREADABLE, "\"telefon;kwota\n1;2\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesAHeaderThatLacksAConfiguredColumn() throws IOException {
        Source source = TestSources.columns(Map.of(Field.DUE, "Zapłacić do"));
        assertThat(detect(source, bytes("telefon;kwota\n1;2\n")))
                .isEqualTo(new Detection.Unreadable(new Refusal(Refusal.Kind.COLUMN_NOT_FOUND, "Zapłacić do")));
    }

    @Test
    void refusesTwoColumnsOfOneNameUnlessTheSettingsSayWhich() throws IOException {
        byte[] twice = bytes("telefon;Telefon;kwota\n501100200;501100201;2\n");
        assertThat(detect(TestSources.withHeader(), twice))
                .isEqualTo(new Detection.Unreadable(new Refusal(Refusal.Kind.COLUMN_AMBIGUOUS, "telefon")));
        assertThat(detect(TestSources.columns(Map.of(Field.PHONE, "2")), twice)).isInstanceOf(Detection.Readable.class);
    }

    @Test
    void refusesATextWithoutColumnsWhereThereIsNoHeader() throws IOException {
        assertThat(detect(TestSources.withoutHeader(), bytes("Szanowni Panstwo\nw zalaczeniu plik\n")))
                .isEqualTo(new Detection.Unreadable(Refusal.of(Refusal.Kind.NO_PHONE)));
    }

    @ParameterizedTest
    @CsvSource({"windows-1250", "ISO-8859-2", "IBM852", "UTF-8"})
    void findsTheCharsetByThePolishLetters(String charset) throws IOException {
        String rows = NAMES.replaceAll("(?m)^", "501234567;12,00;");
        byte[] file = ("telefon;kwota;nazwa\n" + rows).getBytes(Charset.forName(charset));
        assertThat(readable(TestSources.withHeader(), file).charset()).isEqualTo(Charset.forName(charset));
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1250, Łukasz Dąb",
        "ISO-8859-2, Łukasz Dąb",
        "IBM852, Łukasz Dąb",
        "windows-1250, SPÓŁKA ŚWIT",
        "IBM852, SPÓŁKA ŚWIT",
        "windows-1250, SPÓŁKA",
        "ISO-8859-2, ŚWIT",
        "UTF-8, ó",
        "UTF-8, Иван",
        "UTF-8, Νίκος",
        "UTF-8, ٣",
        "UTF-8, „Łąka” – €",
        "windows-1250, „Dom”"
    })
    void findsTheCharsetByAFewLetters(String charset, String name) throws IOException {
        byte[] file = ("telefon;kwota;nazwa\n501234567;12,00;" + name + "\n").getBytes(Charset.forName(charset));
        assertThat(readable(TestSources.withHeader(), file).charset()).isEqualTo(Charset.forName(charset));
    }

    @Test
    void staysWithUtf8WhereAFewOctetsAreBroken() throws IOException {
        String row = "501234567;12,00;Łukasz Dąb\n";
        byte[] good = ("telefon;kwota;nazwa\n" + row.repeat(10)).getBytes(StandardCharsets.UTF_8);
        byte[] bad = "501234567;12,00;D\u00b9b\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(readable(TestSources.withHeader(), concat(good, bad)).charset())
                .isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void looksAtTheWholeFileForTheCharset() throws IOException {
        byte[] ascii = ("telefon;kwota;nazwa\n" + "501234567;12,00;Jan Nowak\n".repeat(30_000))
                .getBytes(StandardCharsets.US_ASCII);
        byte[] last = "501234567;12,00;Łukasz Dąb\n".getBytes(Charset.forName("ISO-8859-2"));
        assertThat(readable(TestSources.withHeader(), concat(ascii, last)).charset())
                .isEqualTo(Charset.forName("ISO-8859-2"));
    }

    @Test
    void believesTheSettings() throws IOException {
        byte[] file = "telefon;kwota;nazwa\n1;2;Dąb\n".getBytes(StandardCharsets.UTF_8);
        assertThat(readable(TestSources.charset(Charset.forName("windows-1250")), file)
                        .charset())
                .isEqualTo(Charset.forName("windows-1250"));
        Source comma =
                TestSources.reading(new Source.Reading(null, ',', true, Map.of(Field.PHONE, "1", Field.AMOUNT, "2")));
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
        assertThat(readable(TestSources.withHeader(), octets).delimiter())
                .isEqualTo(delimiter == '~' ? '\t' : delimiter);
    }

    @Test
    void findsColumnsByTheirNames() throws IOException {
        String header = "Lp.;Nr telefonu;Nazwisko i imię;KWOTA ZADŁUŻENIA;Termin wpłaty;Nr konta;Nr decyzji\r\n";
        Layout layout = readable(TestSources.withHeader(), header.getBytes(Charset.forName("windows-1250")));
        assertThat(layout.columns())
                .isEqualTo(Map.of(
                        Field.PHONE,
                        1,
                        Field.NAME,
                        2,
                        Field.AMOUNT,
                        3,
                        Field.DUE,
                        4,
                        Field.ACCOUNT,
                        5,
                        Field.REFERENCE,
                        6));
        assertThat(layout.width()).isEqualTo(7);
        assertThat(layout.lineEnd()).isEqualTo("\r\n");
        assertThat(layout.columnName(3)).isEqualTo("KWOTA ZADŁUŻENIA");
    }

    @Test
    void findsColumnsByEnglishNames() throws IOException {
        Layout layout = readable(TestSources.withHeader(), bytes("Name,Mobile Phone,Amount_Due,Due-Date,IBAN\n"));
        assertThat(layout.columns())
                .isEqualTo(Map.of(Field.NAME, 0, Field.PHONE, 1, Field.AMOUNT, 2, Field.DUE, 3, Field.ACCOUNT, 4));
    }

    @Test
    void prefersTheMobileNumber() throws IOException {
        assertThat(readable(TestSources.withHeader(), bytes("telefon;tel. komórkowy;kwota\n"))
                        .columns())
                .containsEntry(Field.PHONE, 1);
    }

    @Test
    void takesConfiguredColumnsByNameAndByNumber() throws IOException {
        Source source = TestSources.columns(Map.of(Field.PHONE, "kontakt", Field.AMOUNT, "3", Field.NAME, "KTO"));
        assertThat(readable(source, bytes("kto;Kontakt;ile;telefon\n1;2;3;4\n")).columns())
                .isEqualTo(Map.of(Field.PHONE, 1, Field.AMOUNT, 2, Field.NAME, 0));
    }

    @Test
    void takesMostRowsForTheWidthWhereThereIsNoHeader() throws IOException {
        String rows = "501234567\t1,00\n" + "501234567\t1,00\t\tJan\t\tx\n".repeat(3);
        Layout layout = readable(TestSources.withoutHeader(), bytes(rows));
        assertThat(layout.width()).isEqualTo(6);
        assertThat(layout.header()).isNull();
        assertThat(layout.columnName(1)).isEqualTo("2");
    }

    @Test
    void fingerprintsTheFile() throws Exception {
        byte[] file = bytes("telefon;kwota\n501234567;1\n".repeat(20_000));
        Detection.Readable found = (Detection.Readable) detect(TestSources.withHeader(), file);
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        assertThat(found.file().sha256()).isEqualTo(expected);
        assertThat(found.file().size()).isEqualTo(file.length);
    }

    @Test
    void knowsAnEarlierAnswer() throws IOException {
        Layout layout = readable(
                TestSources.withHeader(), bytes("telefon;kwota;line;reason;explanation\n1;2;3;PHONE_INVALID;x\n"));
        assertThat(layout.answered()).isTrue();
        assertThat(layout.width()).isEqualTo(2);
        assertThat(layout.header().names()).isEqualTo(List.of("telefon", "kwota"));
        assertThat(layout.header().raw()).isEqualTo(bytes("telefon;kwota"));
        assertThat(layout.accepts(5)).isTrue();
        assertThat(layout.accepts(3)).isFalse();
    }

    @Test
    void knowsAnEarlierAnswerWithoutHeader() throws IOException {
        Layout layout = readable(
                TestSources.withoutHeader(), bytes("5012\t1,00\t\tJan\t\t7\tPHONE_INVALID\tKolumna 1, wartość 5012\n"));
        assertThat(layout.answered()).isTrue();
        assertThat(layout.width()).isEqualTo(5);
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

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
