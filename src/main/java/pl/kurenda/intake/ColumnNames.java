package pl.kurenda.intake;

import java.text.Normalizer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which header names mean which field, in Polish and English, without regard to case, diacritics and punctuation. Names
 * are listed in the order of preference, since an export may have several that fit.
 */
final class ColumnNames {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private static final Map<Field, List<String>> KNOWN = new EnumMap<>(Map.of(
            Field.PHONE,
            List.of(
                    "telefon komorkowy",
                    "nr telefonu komorkowego",
                    "numer telefonu komorkowego",
                    "tel komorkowy",
                    "tel kom",
                    "telefon kom",
                    "nr telefonu kom",
                    "nr gsm",
                    "komorka",
                    "nr komorki",
                    "nr kom",
                    "msisdn",
                    "gsm",
                    "mobile",
                    "mobile phone",
                    "mobile number",
                    "cell phone",
                    "telefon",
                    "nr telefonu",
                    "numer telefonu",
                    "telefon kontaktowy",
                    "nr tel",
                    "tel",
                    "phone",
                    "phone number",
                    "phone no",
                    "telephone"),
            Field.AMOUNT,
            List.of(
                    "kwota do zaplaty",
                    "do zaplaty",
                    "kwota zadluzenia",
                    "zadluzenie",
                    "kwota zaleglosci",
                    "zaleglosc",
                    "kwota naleznosci",
                    "naleznosc",
                    "kwota",
                    "kwota zl",
                    "kwota pln",
                    "kwota brutto",
                    "suma",
                    "saldo",
                    "wartosc",
                    "oplata",
                    "dlug",
                    "kwota dlugu",
                    "razem",
                    "amount due",
                    "amount",
                    "amount pln",
                    "debt",
                    "balance",
                    "sum",
                    "total",
                    "value"),
            Field.NAME,
            List.of(
                    "nazwisko i imie",
                    "imie i nazwisko",
                    "nazwisko imie",
                    "imie nazwisko",
                    "podatnik",
                    "dluznik",
                    "odbiorca",
                    "platnik",
                    "wlasciciel",
                    "kontrahent",
                    "klient",
                    "nazwa",
                    "nazwa podatnika",
                    "nazwa odbiorcy",
                    "nazwa klienta",
                    "nazwa kontrahenta",
                    "mieszkaniec",
                    "name",
                    "full name",
                    "debtor",
                    "payer",
                    "taxpayer",
                    "customer",
                    "recipient",
                    "nazwisko",
                    "last name",
                    "surname"),
            Field.DUE,
            List.of(
                    "termin wplaty",
                    "termin platnosci",
                    "termin zaplaty",
                    "termin",
                    "data platnosci",
                    "data wplaty",
                    "data zaplaty",
                    "data wymagalnosci",
                    "wymagalnosc",
                    "platne do",
                    "due date",
                    "due",
                    "deadline",
                    "payment date",
                    "date due",
                    "pay by"),
            Field.ACCOUNT,
            List.of(
                    "nr konta",
                    "numer konta",
                    "konto",
                    "konto bankowe",
                    "nr konta bankowego",
                    "numer konta bankowego",
                    "rachunek",
                    "nr rachunku",
                    "numer rachunku",
                    "rachunek bankowy",
                    "nr rachunku bankowego",
                    "numer rachunku bankowego",
                    "nrb",
                    "iban",
                    "account",
                    "account number",
                    "account no",
                    "bank account"),
            Field.REFERENCE,
            List.of(
                    "nr sprawy",
                    "numer sprawy",
                    "sygnatura",
                    "znak sprawy",
                    "nr decyzji",
                    "numer decyzji",
                    "nr faktury",
                    "numer faktury",
                    "faktura",
                    "nr dokumentu",
                    "numer dokumentu",
                    "nr naleznosci",
                    "reference",
                    "reference number",
                    "ref",
                    "invoice",
                    "invoice number",
                    "case number")));

    private ColumnNames() {}

    /** The column that the field most likely stands in, from 0. */
    static Optional<Integer> find(Field field, List<String> names) {
        List<String> plain = names.stream().map(ColumnNames::plain).toList();
        return KNOWN.get(field).stream()
                .map(plain::indexOf)
                .filter(place -> place >= 0)
                .findFirst();
    }

    /** The column that settings call so: by its name, else by its number from 1; from 0 here. */
    static Optional<Integer> configured(String column, List<String> names) {
        int place = names.stream().map(ColumnNames::plain).toList().indexOf(plain(column));
        if (place >= 0 && !plain(column).isEmpty()) {
            return Optional.of(place);
        }
        return number(column).filter(number -> number < names.size());
    }

    /** Whether it is a name for any field. */
    static boolean isKnown(String name) {
        String plain = plain(name);
        return KNOWN.values().stream().anyMatch(names -> names.contains(plain));
    }

    /** Whether another column bears the name of this one, so that nobody can tell which is meant. */
    static boolean isAmbiguous(int place, List<String> names) {
        List<String> plain = names.stream().map(ColumnNames::plain).toList();
        return Collections.frequency(plain, plain.get(place)) > 1;
    }

    /** The number from 1 that settings may give instead of a name, from 0 here. */
    static Optional<Integer> number(String column) {
        return column.strip().matches("[1-9][0-9]{0,2}")
                ? Optional.of(Integer.parseInt(column.strip()) - 1)
                : Optional.empty();
    }

    static String plain(String name) {
        String bare = Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace('ł', 'l'), Normalizer.Form.NFD);
        return OTHER.matcher(MARKS.matcher(bare).replaceAll("")).replaceAll(" ").strip();
    }
}
