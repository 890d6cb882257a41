package pl.kurenda.intake.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers of real exports, and the fields that their columns hold. */
class ColumnNamesTest {
    private static final Map<Field, String> KNOWN = Map.of(
            Field.PHONE,
            "Telefon|telefon|TELEFON|Nr telefonu|Numer telefonu|Nr tel.|Nr tel. kom.|Telefon 1|Telefon2|Numer tel.|Tel|"
                    + "Tel.|Nr komórkowy|Numer komórki|Nr komórki|Komórka|Numer komórkowy|Numer GSM|GSM|Nr GSM|"
                    + "Tel. kontaktowy|Telefon kontaktowy|Numer kontaktowy|Telefon klienta|Telefon płatnika|"
                    + "Telefon dłużnika|Telefon właściciela|Kontakt|Telefon do kontaktu|Telefon komórkowy|Tel. komórkowy|"
                    + "Tel. kom|Nr telefonu komórkowego|Numer telefonu (komórkowy)|Nr tel. do SMS|Telefon (SMS)|"
                    + "Mobile|Mobile no.|Mobile number|Cell number|Cell phone|Contact number|Contact phone|Phone|"
                    + "Phone no|Phone number|PHONENUMBER|phoneNumber|phone_number|Phone-Number|NrTelefonu|NRTELEFONU|"
                    + "tele\u200bfon|\ufeffTelefon|Telephone|Customer phone|MSISDN|Telefon *|  telefon  |TELEFON_KOM|"
                    + "Nr telefonu dłużnika|numerTelefonu|nrTelKom|Numer telefonu do powiadomień|Telefon do powiadomień SMS|"
                    + "Telefon (powiadomienia SMS)|Tel. mobilny|Numer mobilny|Telefon lokatora|"
                    + "Telefon rodzica|Telefon opiekuna|Numery telefonów|Telefon:",
            Field.AMOUNT,
            "Kwota|Kwota (zł)|Kwota [PLN]|Kwota w zł|Kwota należna|Razem do zapłaty|Pozostało do zapłaty|Do zapłaty|"
                    + "Do zapłaty [zł]|DO ZAPŁATY (PLN)|Kwota do zapłaty|Kwota do zapłaty (PLN)|KwotaDoZaplaty|"
                    + "KWOTADOZAPLATY|kwota_do_zaplaty|Zaległość|Zaległości|Zaległość razem|Należność|Należność ogółem|"
                    + "Saldo|Saldo zadłużenia|Saldo końcowe|Kwota raty|Kwota opłaty|Kwota podatku|Ogółem|Razem|Suma|"
                    + "Zadłużenie|Kwota zadłużenia|Kwota zaległości|Dług|Kwota długu|Do wpłaty|Do spłaty|Kwota brutto|"
                    + "Opłata|Opłata za odpady|Wartość|Łączna kwota|Suma zaległości|Pozostało|Balance due|Total due|"
                    + "Amount due|Amount|amountDue|Outstanding|Outstanding balance|Amount outstanding|Balance|Total|"
                    + "Debt|Amount to pay|Total amount|Amount owed|Invoice total|Kwota 1|Kwota zobowiązania|"
                    + "Zobowiązanie|Niedopłata|Kwota niedopłaty|Zaległa kwota|Kwota zaległa|Kwota przeterminowana|"
                    + "Należność przeterminowana|Kwota nieuregulowana|Kwota niezapłacona|Stan zadłużenia|"
                    + "Wysokość zaległości|Wysokość opłaty|Zadłużenie na dzień|Kwota z odsetkami|Razem z odsetkami|"
                    + "Zaległość wraz z odsetkami|Kwota wraz z odsetkami i kosztami|Do zapłaty łącznie z odsetkami|"
                    + "Amount overdue|Arrears|KWOTA:|Zaległość na dzień 24.11.2026|Saldo na 31.10.2026 r.|"
                    + "Zadłużenie (stan na 2026-11-24)",
            Field.NAME,
            "Nazwisko|Nazwisko i imię|Imię i nazwisko|Nazwisko/Nazwa|Nazwisko i imię / Nazwa|Nazwa płatnika|"
                    + "Nazwisko Imię|ImieNazwisko|Podatnik|Płatnik|Dłużnik|Odbiorca|Właściciel|Kontrahent|Klient|"
                    + "Nazwa|Nazwa podatnika|Nazwa pełna|Imię i nazwisko dłużnika|Zobowiązany|Najemca|Name|Full name|"
                    + "fullName|Customer name|Debtor|Last name|Surname|Name and surname|Company name|Nazwa firmy|Dane podatnika|"
                    + "Dane dłużnika|Adresat|Nabywca|Lokator",
            Field.DUE,
            "Termin|Termin płatności|Termin wpłaty|Termin zapłaty|Termin wymagalności|Data zapadalności|Termin raty|"
                    + "Termin płatności raty|Data wymagalności|Data płatności|Payment due date|Due date|dueDate|DUEDATE|"
                    + "Due|Deadline|Pay by|Płatne do|Zapłacić do|Termin spłaty|TerminPlatnosci|Payment deadline|"
                    + "Płatność do dnia|Maturity date|Termin zapłaty do dnia|Data terminu płatności|"
                    + "Termin płatności (data)|Ostateczny termin płatności|Data płatności do|Zapłata do dnia|Wpłata do",
            Field.ACCOUNT,
            "Konto|Nr konta|Numer konta|Nr rachunku|Rachunek|Rachunek bankowy|Nr rachunku bankowego|NRB|IBAN|Nr NRB|"
                    + "Indywidualny rachunek bankowy|Nr konta do wpłat|Konto bankowe|Numer konta bankowego|NrKonta|"
                    + "NUMERRACHUNKU|Bank account|Bank account number|Account no|Account number|accountNumber|"
                    + "Rachunek wirtualny|Indywidualny nr konta|Konto do wpłaty|Nr rachunku do przelewu",
            Field.REFERENCE,
            "Referencja|Nr referencyjny|Numer referencyjny|Nr sprawy|Numer sprawy|Znak sprawy|Sygnatura|Sygnatura akt|Nr decyzji|Decyzja nr|Nr faktury|Faktura|"
                    + "Faktura nr|Nr faktury VAT|Nr dokumentu|Nr należności|Numer należności|Nr umowy|Umowa nr|"
                    + "Nr klienta|Numer klienta|Nr deklaracji|Nr kartoteki|Invoice|Invoice no|Invoice number|"
                    + "invoiceNumber|Reference|Ref|Ref no.|Reference number|Case number|Case ID|Customer number|"
                    + "Contract no|ID klienta|NRDECYZJI|Sygn. akt|Nr karty kontowej|Nr noty");

    private static final String NOTHING =
            "Data urodzenia|Data wpłaty|Data zapłaty|Data zapłacenia|Payment date|Paid on|Data wystawienia|Data decyzji|Data wpływu|Data doręczenia|"
                    + "Data sporządzenia|Data sprzedaży|Kwota wpłaty|Wpłacono|Zapłacono|Wpłata|Suma wpłat|Odsetki|"
                    + "Kwota odsetek|Koszty upomnienia|Kwota VAT|VAT|Kwota netto|Wartość netto|Nadpłata|Stawka|Saldo Ma|"
                    + "Saldo początkowe|Amount paid|Interest|Paid|Payment amount|Kwota słownie|Rodzaj opłaty|"
                    + "Rodzaj należności|Tytuł|Status|NIP|PESEL|REGON|Kod pocztowy|Kod|Miejscowość|Ulica|Adres|Numer domu|"
                    + "Nr domu|Nr lokalu|Nr mieszkania|Nr posesji|Nr działki|Nr licznika|Lp.|Lp|ID|Nr|Numer|Uwagi|E-mail|"
                    + "Email|Adres e-mail|Telefon stacjonarny|Tel. stacjonarny|Fax|Tel./fax|Faks|Telefon urzędu|"
                    + "Telefon pełnomocnika|Zgoda na SMS|SMS|Kom.|Data zgody na SMS|Home phone|Imię|First name|Username|"
                    + "Nazwisko panieńskie|Imiona rodziców|Nazwa ulicy|Nazwa banku|Bank|Nazwa opłaty|File name|Rok|Okres|"
                    + "Rata|Nr raty|Termin odbioru|Termin wizyty|Data|Date|Invoice date|Date of birth|Ilość osób|"
                    + "Konto księgowe|Konto klienta|Numer ewidencyjny|Osoba do kontaktu|Kwota ulgi|Zapłata|Sposób zapłaty|"
                    + "Forma płatności|Powierzchnia|Gmina|Nr pojazdu|Podatek|Brutto|Referent|Numer seryjny|Status płatności|"
                    + "telefonista|Kwotator|Terminal|Kontonr2x|Dane|Dane kontaktowe|Zgoda na powiadomienia|"
                    + "Powiadomienia SMS|Odsetki na dzień|Stan konta|Stan|Karta|Nr karty|Dni zaległości|Overdue days|"
                    + "Nr zobowiązania|Imię ojca|Drugie imię|Wpłata do kasy|Nr powiadomienia|Przeterminowane|Zaległa|Niezapłacona|Odsetki na dzień 24.11.2026|Stan na 24.11.2026";

    @Test
    void eachNameMeansItsFieldAndNoOther() {
        Map<String, String> wrong = new TreeMap<>();
        KNOWN.forEach((field, names) -> {
            for (String name : names.split("\\|")) {
                if (!meanings(name).equals(List.of(field))) {
                    wrong.put(name, field + " but " + meanings(name));
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatMeansSomethingElseMeansNothing() {
        Map<String, String> wrong = new TreeMap<>();
        for (String name : NOTHING.split("\\|")) {
            if (!meanings(name).isEmpty()) {
                wrong.put(name, meanings(name).toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "PHONE, Telefon;Tel. kom.;Kontakt, Tel. kom.",
        "PHONE, Kontakt;Telefon 2;Telefon 1, Telefon 1",
        "PHONE, Telefon stacjonarny;Telefon;E-mail, Telefon",
        "AMOUNT, Kwota;Wpłacono;Saldo, Saldo",
        "AMOUNT, Kwota;Odsetki;Razem, Razem",
        "AMOUNT, Saldo;Ogółem;Pozostało do zapłaty, Pozostało do zapłaty",
        "AMOUNT, Opłata;Kwota;Zaległość, Zaległość",
        "AMOUNT, Kwota;Razem;Pozostało, Pozostało",
        "DUE, Data wpłaty;Termin płatności, Termin płatności",
        "ACCOUNT, Konto;Nr rachunku bankowego, Nr rachunku bankowego",
        "ACCOUNT, Konto;Rachunek, Rachunek",
        "REFERENCE, Nr klienta;Nr faktury, Nr faktury",
        "NAME, Nazwisko;Podatnik, Podatnik",
        "PHONE, Telefon;Telefon do powiadomień, Telefon do powiadomień",
        "AMOUNT, Kwota;Odsetki;Kwota z odsetkami, Kwota z odsetkami",
        "AMOUNT, Kwota;Kwota zaległa, Kwota zaległa",
    })
    void theLikeliestComesFirst(Field field, String header, String expected) {
        List<String> names = Arrays.asList(header.split(";"));
        assertThat(ColumnNames.find(field, names).map(names::get)).contains(expected);
    }

    @Test
    void namesThatDifferInPunctuationAloneAreOneName() {
        assertThat(ColumnNames.isAmbiguous(0, List.of("Telefon", "TELE-FON"))).isTrue();
        assertThat(ColumnNames.isAmbiguous(0, List.of("Telefon 1", "Telefon 2")))
                .isFalse();
        assertThat(ColumnNames.configured("nr tel", List.of("x", "NrTel."))).contains(1);
        assertThat(ColumnNames.configured("2", List.of("x", "y"))).contains(1);
    }

    private static List<Field> meanings(String name) {
        return Arrays.stream(Field.values())
                .filter(field -> ColumnNames.find(field, List.of(name)).isPresent())
                .toList();
    }
}
