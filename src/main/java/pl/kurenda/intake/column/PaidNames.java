package pl.kurenda.intake.column;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of columns about payments already made, and what their cells say. */
public final class PaidNames {
    private static final String PAID =
            "wplacono wplacone wplacona zaplacono zaplacone zaplacona zaplacony oplacono oplacone"
                    + " oplacona oplacony splacono splacone splacona uregulowano uregulowane uregulowana rozliczono rozliczone"
                    + " rozliczona paid settled";

    private static final String ABOUT =
            "kwota suma razem lacznie laczna ogolem dotychczas juz czy amount total sum already is of received";

    private static final List<NameRule> RULES = List.of(
            NameRule.of(PAID, "", "dnia data date on when " + ABOUT),
            NameRule.of("wplata wplaty wplat zaplata zaplaty payments", "", ABOUT),
            NameRule.of("wplaty zaplaty zaplacenia wplacenia oplacenia", "data dzien", ""),
            NameRule.of("payment", "date received", "amount of"));

    private static final NameRule STATUS = NameRule.of(
            "status stan", "", "platnosci zaplaty wplaty naleznosci oplaty faktury rozliczenia payment invoice debt");

    private static final NameRule CURRENCY =
            NameRule.of("waluta waluty currency", "", "kod kwoty naleznosci faktury code amount of");

    /** Words for the rest of a debt, from which payments are already deducted. */
    private static final Set<String> LEFT =
            Set.of(("pozostalo pozostaje pozostala remaining outstanding saldo balance zaleglosc zaleglosci zadluzenie"
                            + " zadluzenia")
                    .split(" "));

    private static final Set<String> PAID_WORDS = Set.of(PAID.split(" "));
    private static final Set<String> NOT = Set.of("nie", "not", "no", "brak", "do", "to", "un");
    /** {@code 0,00 zł}, {@code -}, {@code NIE}, {@code brak wpłaty}, {@code niezapłacone}. */
    private static final Pattern NOTHING =
            Pattern.compile("[0 ]*(?:zl|pln)?|nie.*|brak.*|n|no|not .*|none|null|false|unpaid");

    private PaidNames() {}

    /** Whether the column says how much was paid, when, or whether. */
    public static boolean isPaid(String name) {
        List<String> words = HeaderName.of(name).words();
        return RULES.stream().anyMatch(rule -> rule.matches(words));
    }

    /** Whether the column gives the state of the debt in words. */
    public static boolean isStatus(String name) {
        return STATUS.matches(HeaderName.of(name).words());
    }

    public static boolean isCurrency(String name) {
        return CURRENCY.matches(HeaderName.of(name).words());
    }

    /** Whether an amount with this name is what is left after payments. */
    public static boolean isLeft(String name) {
        return HeaderName.of(name).words().stream().anyMatch(LEFT::contains);
    }

    /** Whether a cell in a payment column says that there was a payment. */
    public static boolean tellsPayment(String cell) {
        return !NOTHING.matcher(HeaderName.plain(cell)).matches();
    }

    /** Whether a cell says in words that the debt is paid. */
    public static boolean tellsPaid(String cell) {
        List<String> words = List.of(HeaderName.plain(cell).split(" "));
        return words.stream().anyMatch(PAID_WORDS::contains) && words.stream().noneMatch(NOT::contains);
    }

    /** Whether a cell says yes. */
    public static boolean isYes(String cell) {
        return Set.of("tak", "t", "yes", "y", "true", "x").contains(HeaderName.plain(cell));
    }

    /** Whether a cell names a currency other than PLN. */
    public static boolean isForeign(String cell) {
        return !cell.isBlank()
                && !Set.of("pln", "zl", "zloty", "zlote", "zlotych").contains(HeaderName.plain(cell));
    }
}
