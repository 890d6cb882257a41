package pl.kurenda.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceFixture;

/** What the columns of an export hold. */
class ColumnDetectionTest {
    @TempDir
    Path folder;

    @Test
    void refusesAHeaderThatLacksAConfiguredColumn() throws IOException {
        Source source = SourceFixture.columns(Map.of(Field.DUE, "Zapłacić do"));
        assertThat(detect(source, bytes("telefon;kwota\n1;2\n")))
                .isEqualTo(new Detection.Unreadable(
                        new Refusal(Refusal.Kind.COLUMN_NOT_FOUND, "Zapłacić do", 1, "telefon;kwota")));
    }

    @Test
    void refusesTwoColumnsOfOneNameUnlessTheSettingsSayWhich() throws IOException {
        byte[] twice = bytes("telefon;Telefon;kwota\n501100200;501100201;2\n");
        assertThat(detect(SourceFixture.withHeader(), twice))
                .isEqualTo(new Detection.Unreadable(
                        new Refusal(Refusal.Kind.COLUMN_AMBIGUOUS, "telefon", 1, "telefon;Telefon;kwota")));
        assertThat(detect(SourceFixture.columns(Map.of(Field.PHONE, "2")), twice))
                .isInstanceOf(Detection.Readable.class);
    }

    @Test
    void refusesATextWithoutColumnsWhereThereIsNoHeader() throws IOException {
        assertThat(detect(SourceFixture.withoutHeader(), bytes("Szanowni Panstwo\nw zalaczeniu plik\n")))
                .isEqualTo(new Detection.Unreadable(Refusal.of(Refusal.Kind.NO_PHONE)));
    }

    /** A sort in the spreadsheet has moved the header down, so the rows above it are not titles. */
    @Test
    void refusesRowsAboveTheHeader() throws IOException {
        byte[] sorted = bytes("600100200;12,00;Jan\n600100201;5,00;Ewa\ntelefon;kwota;nazwa\n600100202;7,00;Ola\n");
        assertThat(detect(SourceFixture.withHeader(), sorted))
                .isEqualTo(new Detection.Unreadable(
                        new Refusal(Refusal.Kind.ROW_ABOVE_HEADER, "1", 3, "telefon;kwota;nazwa")));
        byte[] titled = bytes("Urząd Gminy;tel. 600100200\n;\ntelefon;kwota;nazwa\n600100202;7,00;Ola\n");
        assertThat(detect(SourceFixture.withHeader(), titled)).isInstanceOf(Detection.Readable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"brak;12,00", "60600070;12,00", "22 628 12 34;12,00", "606000709;12,3x", "6,06E+08;12,00"})
    void takesAFirstRowForARowHoweverBadItIsWhereColumnsAreNumbered(String row) throws IOException {
        Source numbered = SourceFixture.columns(Map.of(Field.PHONE, "1", Field.AMOUNT, "2"));
        Layout layout = readable(numbered, bytes(row + "\n600100202;7,00\n"));
        assertThat(layout.header()).isNull();
        assertThat(readable(numbered, bytes("telefon;kwota\n600100202;7,00\n")).header())
                .isNotNull();
    }

    @Test
    void findsColumnsByTheirNames() throws IOException {
        String header = "Lp.;Nr telefonu;Nazwisko i imię;KWOTA ZADŁUŻENIA;Termin wpłaty;Nr konta;Nr decyzji\r\n";
        Layout layout = readable(SourceFixture.withHeader(), header.getBytes(Charset.forName("windows-1250")));
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
        assertThat(layout.form().lineEnd()).isEqualTo("\r\n");
        assertThat(layout.columnName(3)).isEqualTo("KWOTA ZADŁUŻENIA");
    }

    @Test
    void findsColumnsByEnglishNames() throws IOException {
        Layout layout = readable(SourceFixture.withHeader(), bytes("Name,Mobile Phone,Amount_Due,Due-Date,IBAN\n"));
        assertThat(layout.columns())
                .isEqualTo(Map.of(Field.NAME, 0, Field.PHONE, 1, Field.AMOUNT, 2, Field.DUE, 3, Field.ACCOUNT, 4));
    }

    @Test
    void findsShortenedNames() throws IOException {
        for (String phone : List.of("TELEFON_KOM", "Nr telefonu kom.", "Nr GSM")) {
            for (String amount : List.of("Kwota długu", "Razem")) {
                assertThat(readable(SourceFixture.withHeader(), bytes(amount + ";x;" + phone + "\n"))
                                .columns())
                        .isEqualTo(Map.of(Field.AMOUNT, 0, Field.PHONE, 2));
            }
        }
    }

    @Test
    void prefersTheMobileNumber() throws IOException {
        assertThat(readable(SourceFixture.withHeader(), bytes("telefon;tel. komórkowy;kwota\n"))
                        .columns())
                .containsEntry(Field.PHONE, 1);
    }

    @Test
    void takesConfiguredColumnsByNameAndByNumber() throws IOException {
        Source source = SourceFixture.columns(Map.of(Field.PHONE, "kontakt", Field.AMOUNT, "3", Field.NAME, "KTO"));
        assertThat(readable(source, bytes("kto;Kontakt;ile;telefon\n1;2;3;4\n")).columns())
                .isEqualTo(Map.of(Field.PHONE, 1, Field.AMOUNT, 2, Field.NAME, 0));
    }

    @Test
    void takesMostRowsForTheWidthWhereThereIsNoHeader() throws IOException {
        String rows = "501234567\t1,00\n" + "501234567\t1,00\t\tJan\t\tx\n".repeat(3);
        Layout layout = readable(SourceFixture.withoutHeader(), bytes(rows));
        assertThat(layout.width()).isEqualTo(6);
        assertThat(layout.header()).isNull();
        assertThat(layout.columnName(1)).isEqualTo("2");
    }

    @Test
    void knowsAnEarlierAnswer() throws IOException {
        Layout layout = readable(
                SourceFixture.withHeader(), bytes("telefon;kwota;line;reason;explanation\n1;2;3;PHONE_INVALID;x\n"));
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
                SourceFixture.withoutHeader(),
                bytes("5012\t1,00\t\tJan\t\t7\tPHONE_INVALID\tKolumna 1, wartość 5012\n"));
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
}
