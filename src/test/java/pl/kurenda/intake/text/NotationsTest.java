package pl.kurenda.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.intake.answer.RejectionWords;
import pl.kurenda.intake.row.ExportRows;
import pl.kurenda.intake.row.RowResult;
import pl.kurenda.intake.source.SourceFixture;

/** How offices write phones, amounts, dates and accounts. What is certain is read, and the rest is rejected. */
class NotationsTest {
    private static final String NRB = "61109010140000071219812874";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "\u200f501234567\u200e",
                "\u2066+48501234567\u2069",
                "\ufeff501\u00a0234\u00a0567\u200b",
                "+ 48 501 234 567",
                "( +48 ) 501 234 567",
                "(0048) 501 234 567",
                "48-501-234-567",
                "+48.501.234.567",
                "\"\"501 234 567\"\"",
                "501 234 567,00",
                "501 234 567.0",
                "tel:+48-501-234-567",
                "callto:+48501234567",
                "sms:501234567",
                "Telefon komórkowy: 501 234 567",
                "KOMÓRKA 501-234-567",
                "tel./kom.: 501 234 567",
                "nr tel. 501 234 567",
                "mobile: 501 234 567",
                "(gsm) 501234567",
                "GSM: 501234567",
                "k. 501 234 567",
                "T: 501 234 567",
                "501234567 kom.",
                "501 234 567 (córka, Anna)",
                "501234567 - (mama)",
                "501234567 - kom.",
                "501 234 567 - 601 234 567",
                "501 234 567 & 601 234 567",
                "501234567 \\ 601234567",
                "+48 501 234 567 +48 601 234 567",
                "22 628 12 34 \u2013 501 234 567",
                "tel. 22 628 12 34; kom. 501 234 567",
                "tel. 22 628 12 34 kom. 501 234 567",
                "dom 22 628 12 34, praca 22 628 12 35, kom. 501 234 567",
                "22 628 12 34, kom. 501 234 567"
            })
    void isTheMobile(String phone) throws IOException {
        assertThat(verdict("telefon;kwota", "\"" + phone + "\";1,00")).isEqualTo("2:OK:48501234567:100:null:null");
    }

    /** Numbers that may belong to another person, or that must not be used, are not guessed at. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "600000000",
                "+48 500 000 000",
                "666 666 666",
                "0048888888888",
                "5 012 345.67",
                "50 123 456.7",
                "501 234 567 (nieaktualny)",
                "501234567 (NIE DZWONIĆ)",
                "501234567 (stary)",
                "501234567 (była żona)",
                "501234567 (zmarł)",
                "501234567 (brak zgody)",
                "501234567 nieaktualny",
                "501234567 w. 12",
                "tel. 501234567 wew. 12",
                "nr",
                "tel. kom.",
                "kom. brak",
                "dom 5",
                "ul. Nowa 5 tel. 501234567",
                "m. 501234567",
                "501234567+ kom.",
                "+48 0501 234 567",
                "501 234 567 - 8",
                "501 234 - 8"
            })
    void isNoMobile(String phone) throws IOException {
        assertThat(verdict("telefon;kwota", "\"" + phone + "\";1,00")).isEqualTo("2:PHONE_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"510000000", "501000000", "501111111", "606666666", "+49 1512 3456789"})
    void isNoFiller(String phone) throws IOException {
        assertThat(verdict("telefon;kwota", phone + ";1,00")).startsWith("2:OK:");
    }

    @Test
    void aFillerIsExplained() {
        assertThat(RejectionWords.key("PHONE_INVALID", "telefon", "tel. 600 000 000"))
                .isEqualTo("reason.PHONE_INVALID.FILLER");
        assertThat(RejectionWords.key("PHONE_INVALID", "telefon", "60000000")).isEqualTo("reason.PHONE_INVALID");
        assertThat(Texts.POLISH.get("reason.PHONE_INVALID.FILLER", "telefon", "600000000"))
                .startsWith("Kolumna telefon, wartość 600000000: to numer wpisany tylko dla wypełnienia komórki");
        assertThat(Texts.ENGLISH.get("reason.PHONE_INVALID.FILLER", "telefon", "600000000"))
                .startsWith("Column telefon, value 600000000: such a number only fills the cell");
    }

    /** The other column holds the debtor's number. */
    @Test
    void aFillerGivesWayToTheOtherPhone() throws IOException {
        assertThat(verdict("Telefon 1;Telefon 2;kwota", "600000000;501234567;1,00"))
                .isEqualTo("2:OK:48501234567:100:null:null");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1234,56 złotych|123456",
                "100 złotych|10000",
                "1 234 ZŁOTE|123400",
                "\"\"1 234,56\"\"|123456",
                "1\u202f234,56\u00a0zł|123456",
                "1 234,- zł|123400",
                "złotych|AMOUNT_INVALID",
                "12 złotych 50 groszy|AMOUNT_INVALID",
                "0,004|AMOUNT_INVALID",
                "1,5E+03|AMOUNT_INVALID",
                "1.234 złotych|AMOUNT_INVALID",
                "(5,00)|AMOUNT_NOT_POSITIVE"
            })
    void isTheSum(String sum, String expected) throws IOException {
        boolean read = Character.isDigit(expected.charAt(0));
        assertThat(verdict("telefon;kwota", "501234567;\"" + sum + "\""))
                .isEqualTo(read ? "2:OK:48501234567:" + expected + ":null:null" : "2:" + expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-1-5|2026-01-05",
                "2026.01.05|2026-01-05",
                "2026.1.5|2026-01-05",
                "2026/1/5|2026-01-05",
                "5 sty 2026|2026-01-05",
                "05-sty-2026|2026-01-05",
                "05-STY-26|2026-01-05",
                "15 paź. 2026|2026-10-15",
                "15-PAŹ-2026|2026-10-15",
                "15-OCT-26|2026-10-15",
                "15 October 2026|2026-10-15",
                "15 październik 2026|2026-10-15",
                "15 października 2026 roku|2026-10-15",
                "15.X.2026 r.|2026-10-15",
                "15 XII 2026|2026-12-15",
                "5. 1. 2026|2026-01-05",
                "05.01.2026.|2026-01-05",
                "05.01.2026 roku|2026-01-05",
                "do 05.01.2026|2026-01-05",
                "do dnia 05.01.2026 r.|2026-01-05",
                "2026-1-5 00:00:00|2026-01-05",
                "czwartek, 15 października 2026|2026-10-15",
                "Środa, 14.10.2026|2026-10-14",
                "2026-13-1|",
                "2026.02.30|",
                "2026-1.5|",
                "15 XIII 2026|",
                "15 pa 2026|",
                "15 paź 26|",
                "13 października-15|",
                "15-10-26|",
                "26-10-15|",
                "1-10-2026|",
                "1/10/2026|",
                "po 05.01.2026|",
                "do|",
                "kwartał, 15.10.2026|",
                "r.|",
                "październik 2026|",
                "00.00.0000|",
                "46310.|",
                "05.01.2026 - 10.01.2026|"
            })
    void isTheDay(String day, String expected) throws IOException {
        assertThat(verdict("telefon;kwota;termin", "501234567;1,00;" + day))
                .isEqualTo(expected == null ? "2:DUE_DATE_INVALID" : "2:OK:48501234567:100:" + expected + ":null");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "NRB " + NRB,
                "NRB: PL" + NRB,
                "Nr konta: 61 1090 1014 0000 0712 1981 2874",
                "rachunek 61109010140000071219812874",
                "\"\"" + NRB + "\"\"",
                "61.1090.1014.0000.0712.1981.2874",
                "61\u20131090\u20131014\u20130000\u20130712\u20131981\u20132874"
            })
    void isTheAccount(String account) throws IOException {
        RowResult row = read("telefon;kwota;konto", "501234567;1,00;\"" + account + "\"")
                .results()
                .get(0);
        assertThat(((RowResult.Valid) row).reminder().account()).isEqualTo(NRB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NRB", "nr konta", "konto 61109010140000071219812875", "nr 5"})
    void isNoAccount(String account) throws IOException {
        assertThat(verdict("telefon;kwota;konto", "501234567;1,00;" + account)).isEqualTo("2:ACCOUNT_INVALID");
    }

    private String verdict(String header, String... rows) throws IOException {
        List<String> verdicts = read(header, rows).verdicts();
        assertThat(verdicts).hasSize(rows.length);
        return verdicts.get(0);
    }

    private ExportRows read(String header, String... rows) throws IOException {
        String file = header + "\n" + String.join("\n", Arrays.asList(rows)) + "\n";
        return ExportRows.read(SourceFixture.withHeader(), write(file));
    }

    private Path write(String file) throws IOException {
        return Files.write(folder.resolve("x.csv"), file.getBytes(StandardCharsets.UTF_8));
    }
}
