package pl.kurenda.intake.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceFixture;
import pl.kurenda.ledger.batch.NewReminder;

/** What debtors are called: names in two columns, and what must not be sent of them. */
class DebtorNamesTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '>',
            nullValues = "-",
            value = {
                "Imię;Nazwisko > Jan;Nowak > Jan Nowak",
                "NAZWISKO;IMIĘ > Nowak;Jan Maria > Jan Maria Nowak",
                "Nazwisko dłużnika;Imię dłużnika > Nowak;Jan > Jan Nowak",
                "first_name;last_name > Jan;Nowak > Jan Nowak",
                "debtor_first_name;debtor_last_name > Jan;Nowak > Jan Nowak",
                "Nazwisko / Nazwa firmy;Imię > Nowak;Jan > Jan Nowak",
                "Nazwisko lub nazwa;Imię > Świt sp.j.; > Świt sp.j.",
                "Surname;Forename > Nowak;Jan > Jan Nowak",
                "Given name;Last name > Jan;Nowak > Jan Nowak",
                "Imię;Nazwisko > ;Gmina Las > Gmina Las",
                "Imię;Nazwisko > Jan;brak > Jan",
                "Imię;Nazwisko > -;Nowak > Nowak",
                "Imię;Nazwisko > Jan;Nowak Jan > Nowak Jan",
                "Imię;Nazwisko > ; > -",
                "Imię;Nazwisko i imię > Jan;Nowak Jan > Nowak Jan",
                "Imię;Podatnik > Jan;Nowak Adam > Nowak Adam",
                "Imię ojca;Nazwisko > Jan;Nowak > Nowak",
                "Imię opiekuna;Nazwisko > Ewa;Nowak > Nowak",
                "Imię > Jan > -",
                "Nazwa firmy;Imię;Nazwisko > ;Jan;Nowak > Jan Nowak",
                "Nazwa firmy;Imię;Nazwisko > Świt sp.j.;; > Świt sp.j.",
                "Nazwa firmy;Imię;Nazwisko > Świt sp.j.;Jan;Nowak > Świt sp.j.",
                "Imię i nazwisko;Nazwa firmy > brak;Świt sp.j. > Świt sp.j.",
                "Nazwa;Nazwisko i imię > ;Nowak Jan > Nowak Jan",
                "Nazwa;Nazwisko i imię > odpady; > -",
                "Podatnik;Płatnik > ;Nowak Jan > -",
                "Nazwa firmy;Nazwisko właściciela > ;Nowak > -"
            })
    void aNameInTwoColumnsIsOne(String header, String cells, String name) throws IOException {
        String verdict = verdict("telefon;kwota;" + header.strip(), "501234567;1,00;" + cells.strip());
        assertThat(verdict).isEqualTo("2:OK:48501234567:100:null:" + name);
    }

    @Test
    void whereTheSettingsNameTheNameItIsThatColumnAlone() throws IOException {
        Source told = SourceFixture.columns(Map.of(Field.NAME, "Nazwisko"));
        assertThat(ExportRows.read(told, write("telefon;kwota;Imię;Nazwisko\n501234567;1,00;Jan;Nowak\n"))
                        .verdicts())
                .containsExactly("2:OK:48501234567:100:null:Nowak");
    }

    /** Under the sender of the office it would be a trap. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Jan http://x.example/y",
                "HTTPS://EXAMPLE.COM",
                "www.example.org",
                "Jan bit.ly/3xYz",
                "dopłata-gmina.pl",
                "Sklep ABC.com Sp. z o.o.",
                "jan@example.net",
                "tinyurl.com/abc",
                "Zapłać na PLATNOSC.XYZ!"
            })
    void aLinkInANameIsNotSent(String name) throws IOException {
        NewReminder reminder = valid("telefon;kwota;nazwa", "501234567;1,00;" + name);
        assertThat(reminder.text()).isEqualTo("Urzad Gminy: 1,00 zl");
        assertThat(reminder.name()).as("is kept for the office").isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P.P.H.U. Świt s.c.",
                "Jan Nowak sp.k.",
                "Łąka sp.z o.o.",
                "Wspólnota przy ul.Długiej 3",
                "Al.Pl.Wolności",
                "Nowak:Jan",
                "dr Jan Nowak",
                "A.B.Nowak"
            })
    void aNameWithDotsIsSent(String name) throws IOException {
        NewReminder reminder = valid("telefon;kwota;nazwa", "501234567;1,00;" + name);
        assertThat(reminder.text()).startsWith("Urzad Gminy, ").endsWith(": 1,00 zl");
    }

    @Test
    void aLinkInAReferenceIsNotSentEither() {
        for (String link : List.of("http://x.example/1", "evil.com/OP1", "www.x.pl")) {
            assertThat(LinkFilter.without(link)).isEmpty();
        }
        for (String reference :
                List.of("GK.3160.12.2026.AB", "OP/17/2026", "FV:12/2026", "A.12.PL.3", "RF.II/310/26", "FK.DE/12")) {
            assertThat(LinkFilter.without(reference)).isEqualTo(reference);
        }
    }

    @Test
    void controlCharactersAreNoPartOfAName() throws IOException {
        assertThat(valid("telefon;kwota;nazwa", "501234567;1,00;Jan\u0007\u001bNowak\u007f\u0085")
                        .name())
                .isEqualTo("Jan Nowak");
    }

    private String verdict(String header, String... rows) throws IOException {
        List<String> verdicts = read(header, rows).verdicts();
        assertThat(verdicts).hasSize(rows.length);
        return verdicts.get(0);
    }

    private NewReminder valid(String header, String row) throws IOException {
        return ((RowResult.Valid) read(header, row).results().get(0)).reminder();
    }

    private ExportRows read(String header, String... rows) throws IOException {
        String file = header + "\n" + String.join("\n", Arrays.asList(rows)) + "\n";
        return ExportRows.read(SourceFixture.withHeader(), write(file));
    }

    private Path write(String file) throws IOException {
        return Files.write(folder.resolve("x.csv"), file.getBytes(StandardCharsets.UTF_8));
    }
}
