package pl.kurenda.intake.column;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words used as column names, in Polish and English, without diacritics. Each field has families of names in order
 * of preference, because an export may have several that fit.
 */
public final class FieldNames {
    private static final String NUMBERS = " nr numer num no number ";
    private static final String NUMBER = NUMBERS + " id identyfikator symbol ";
    private static final String OWNERS =
            " klienta platnika podatnika dluznika odbiorcy wlasciciela kontrahenta najemcy mieszkanca abonenta"
                    + " lokatora nabywcy adresata rodzica opiekuna zobowiazanego strony customer client debtor payer taxpayer owner recipient resident ";
    private static final String PHONES = " telefon telefonu telefony tel telefoniczny telefonow phone telephone ";
    private static final String MOBILES = "komorkowy komorkowego komorkowe komorka komorki gsm msisdn mobilny mobilnego"
            + " mobilne mobile cell cellphone cellular";
    private static final String ABOUT_PHONES = " nr numer num no number numbers glowny podstawowy prywatny sluzbowy"
            + " kontaktowy kontaktowego kontaktu do dla i contact s numery powiadomien powiadomienia powiadamiania"
            + OWNERS;
    private static final String ABOUT_SUMS =
            " kwota kwoty suma laczna lacznie laczne calkowita calkowite calkowity biezaca biezace aktualna aktualne"
                    + " aktualny wymagalna wymagalne brutto glowna za odpady smieci wode scieki podatek podatku raty"
                    + " oplaty oplata czynsz czynszu naleznosci naleznosc nalezna zaleglosci zaleglosc zadluzenia"
                    + " zadluzenie dlugu pozostalo pozostaje pozostala razem ogolem dozaplaty pln zl zobowiazania"
                    + " zobowiazanie zobowiazan niedoplaty zalegla zalegle przeterminowana przeterminowane"
                    + " nieuregulowana nieuregulowane niezaplacona nieoplacona wysokosc stan na dzien overdue"
                    + " amount total sum due outstanding balance owed of debt current gross invoice still ";
    private static final String SUMS =
            " dozaplaty kwota razem ogolem lacznie suma saldo zaleglosc zaleglosci zadluzenie"
                    + " naleznosc naleznosci zobowiazanie ";
    private static final String ABOUT_ACCOUNTS =
            " nr numer no number do na dla wplat wplaty wplata platnosci zaplaty przelewu przelewow oplat oplaty"
                    + " urzedu gminy miasta for payment payments ";
    private static final String OF_BANKS = " bankowy bankowego bankowe bank indywidualny indywidualnego indywidualne"
            + " wirtualny wirtualnego wirtualne individual virtual wplat wplaty przelewu przelewow ";
    private static final String PEOPLE = " podatnik dluznik odbiorca platnik wlasciciel kontrahent klient mieszkaniec"
            + " zobowiazany najemca abonent lokator nabywca adresat debtor payer taxpayer customer recipient client resident ";

    private static final NameRule ROLES = NameRule.of(PEOPLE, "", "nazwa nazwisko imie i name");

    private static final List<NameRule> SURNAMES =
            List.of(NameRule.of("nazwisko surname", "", OWNERS), NameRule.of("name", "last", OWNERS));

    /** {@code Nazwisko / nazwa firmy}: a first name beside it also belongs to a surname. */
    private static final NameRule SURNAME_OR_COMPANY =
            NameRule.of("nazwisko", "", "nazwa firmy podmiotu lub i" + OWNERS);

    private static final List<NameRule> FIRST_NAMES =
            List.of(NameRule.of("imie imiona forename", "", OWNERS), NameRule.of("name", "first given", OWNERS));

    private static final Map<Field, List<NameRule>> RULES = new EnumMap<>(Map.of(
            Field.PHONE,
            List.of(
                    NameRule.of(MOBILES, "", "kom sms" + PHONES + ABOUT_PHONES),
                    NameRule.of("kom sms mob", PHONES + "nr numer no number", ABOUT_PHONES),
                    NameRule.of("powiadomien powiadomienia powiadamiania", PHONES, ABOUT_PHONES),
                    NameRule.of(PHONES, "", ABOUT_PHONES),
                    NameRule.of("kontaktowy contact", "nr numer no number", ""),
                    NameRule.of("kontakt", "", NUMBER)),
            Field.AMOUNT,
            List.of(
                    NameRule.of("dozaplaty payable", "", ABOUT_SUMS),
                    NameRule.of("due", "amount total balance", ABOUT_SUMS),
                    NameRule.of("pozostalo pozostaje pozostala outstanding remaining", "", ABOUT_SUMS),
                    NameRule.of("odsetkami", SUMS, "z wraz i kosztami" + ABOUT_SUMS),
                    NameRule.of("razem ogolem lacznie laczna suma total sum", "", ABOUT_SUMS),
                    NameRule.of("saldo balance", "", "koncowe konta wn" + ABOUT_SUMS),
                    NameRule.of(
                            "zalegla zalegle przeterminowana przeterminowane nieuregulowana nieuregulowane niezaplacona"
                                    + " nieoplacona",
                            "kwota kwoty naleznosc naleznosci suma saldo",
                            ABOUT_SUMS),
                    NameRule.of(
                            "zaleglosc zaleglosci zadluzenie zadluzenia dlug dlugu debt owed niedoplata niedoplaty"
                                    + " arrears",
                            "",
                            ABOUT_SUMS),
                    NameRule.of("naleznosc naleznosci nalezna", "", ABOUT_SUMS),
                    NameRule.of("kwota amount", "", ABOUT_SUMS),
                    NameRule.of("oplata oplaty wartosc value zobowiazanie zobowiazania zobowiazan", "", ABOUT_SUMS)),
            Field.NAME,
            List.of(
                    NameRule.of(
                            "nazwisko nazwiska",
                            "imie imiona nazwa",
                            "i oraz lub firmy pelna nazwa podmiotu" + OWNERS + PEOPLE),
                    NameRule.of("surname", "name", "and first full" + OWNERS),
                    ROLES,
                    NameRule.of("nazwa", "", "pelna firmy podmiotu lub" + OWNERS),
                    NameRule.of("name", "full", OWNERS),
                    NameRule.of("name", "", "company business legal" + OWNERS),
                    NameRule.of("dane", OWNERS, ""),
                    SURNAMES.get(0),
                    SURNAMES.get(1)),
            Field.DUE,
            List.of(
                    NameRule.of(
                            "termin",
                            "",
                            "platnosci zaplaty wplaty wymagalnosci raty zapadalnosci splaty oplaty uregulowania"
                                    + " naleznosci do dnia data ostateczny dozaplaty"),
                    NameRule.of("terminu", "data", "platnosci zaplaty wplaty"),
                    NameRule.of("due deadline maturity", "", "date payment by on for until pay"),
                    NameRule.of("wymagalnosci wymagalnosc zapadalnosci zapadalnosc", "", "data dzien raty naleznosci"),
                    NameRule.of("platne zaplacic platnosc zaplata wplata", "do", "dnia"),
                    NameRule.of("pay", "by until", ""),
                    NameRule.of("platnosci", "data", "raty do dnia")),
            Field.ACCOUNT,
            List.of(
                    NameRule.of("nrb iban", "", "konto konta rachunek rachunku account" + ABOUT_ACCOUNTS + OF_BANKS),
                    NameRule.of("konto konta rachunek rachunku account", OF_BANKS, ABOUT_ACCOUNTS),
                    NameRule.of("rachunek rachunku", "", ABOUT_ACCOUNTS),
                    NameRule.of("konto konta account", "", ABOUT_ACCOUNTS)),
            Field.REFERENCE,
            List.of(
                    NameRule.of("sprawy", "znak" + NUMBER, ""),
                    NameRule.of("sygnatura sygn", "", "akt sprawy" + NUMBER),
                    NameRule.of("decyzji decyzja", NUMBER, ""),
                    NameRule.of("faktury", NUMBER, "vat"),
                    NameRule.of("faktura invoice", "", NUMBER),
                    NameRule.of("kontowej", "karty karta", NUMBER),
                    NameRule.of("dokumentu noty naleznosci upomnienia wezwania case document", NUMBER, ""),
                    NameRule.of(
                            "reference ref referencja referencji referencyjny referencyjna",
                            "",
                            "case payment" + NUMBER),
                    NameRule.of("umowy umowa deklaracji tytulu contract agreement", NUMBER, ""),
                    NameRule.of(
                            "kartoteki klienta platnika odbiorcy kontrahenta abonenta customer client", NUMBER, ""))));

    /** Words showing that a column is not one of the fields, whatever its cells look like. */
    private static final Set<String> OTHER_THINGS = Set.of(
            ("wplacono wplata wplaty wplat zaplacono zaplacona zaplata odsetki odsetek koszty koszt netto vat nadplata"
                            + " rabat ulga stawka paid interest costs fee discount fax faks stacjonarny stac stacj"
                            + " landline urodzenia wystawienia sporzadzenia wplywu ksiegowania ewidencyjny pesel nip"
                            + " regon krs kod pocztowy domu lokalu mail email birth issued id lp")
                    .split(" "));

    /** What the last row of a list has instead of a name if it is the total of the other rows. */
    private static final Set<String> TOTALS =
            Set.of("razem", "ogolem", "suma", "lacznie", "podsumowanie", "razem kwota", "suma kwot", "total", "sum");

    private static final int LONGEST_TOTAL = 20;

    private static final Set<String> OWNER_WORDS = Set.of(OWNERS.strip().split(" "));

    /** {@code Saldo na 31.10.2026 r.}. */
    private static final Pattern AS_OF = Pattern.compile("(?<=\\w) (?:stan )?na(?: dzien)?(?: \\d{1,4}){2,3}(?: r)?$");

    private FieldNames() {}

    /** The rank of the family that a name belongs to, from 0, or -1. */
    static int rank(Field field, HeaderName name) {
        List<NameRule> rules = RULES.get(field);
        List<String> words = phrased(name.words());
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).matches(words)
                    || !words.equals(name.words()) && rules.get(i).matches(name.words())) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the name says that the column holds something that Kurenda does not use. */
    public static boolean isOther(HeaderName name) {
        return name.words().stream().anyMatch(OTHER_THINGS::contains);
    }

    /** Whether the name states the role of a person. Two roles may be two people. */
    public static boolean isRole(HeaderName name) {
        return ROLES.matches(name.words());
    }

    /** Whether the name means a surname without a first name. */
    public static boolean isSurname(HeaderName name) {
        return SURNAME_OR_COMPANY.matches(name.words())
                || SURNAMES.stream().anyMatch(rule -> rule.matches(name.words()));
    }

    /** Whether the name means a first name alone. */
    public static boolean isFirstName(HeaderName name) {
        return FIRST_NAMES.stream().anyMatch(rule -> rule.matches(name.words()));
    }

    /** Whether a cell says that its row is a total. The amount of such a row is not a debt, and would count twice. */
    public static boolean isTotal(String cell) {
        return cell.length() <= LONGEST_TOTAL && !cell.isEmpty() && TOTALS.contains(HeaderName.plain(cell));
    }

    /** The words of the name that say whose value the column holds. */
    public static List<String> owners(HeaderName name) {
        return name.words().stream().filter(OWNER_WORDS::contains).toList();
    }

    /** Joins two words that mean something else together (to be paid is not paid), and drops the date of the list. */
    private static List<String> phrased(List<String> words) {
        String joined = String.join(" ", words);
        String phrased = AS_OF.matcher(joined)
                .replaceFirst("")
                .replaceAll("\\bdo (?:zaplaty|zaplacenia|splaty|uregulowania|wplaty|wplacenia)\\b", "dozaplaty")
                .replaceAll("\\bto pay\\b", "payable");
        return phrased.equals(joined) ? words : List.of(phrased.split(" "));
    }
}
