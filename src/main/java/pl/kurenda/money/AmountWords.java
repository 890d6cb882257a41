package pl.kurenda.money;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes an amount in Polish words. ICU4J, the one well-maintained library with Polish number words, is not used: it
 * takes 14 MB and does not decline the currency, which is the harder part.
 */
final class AmountWords {
    private static final String[] ONES = {
        "",
        "jeden",
        "dwa",
        "trzy",
        "cztery",
        "pięć",
        "sześć",
        "siedem",
        "osiem",
        "dziewięć",
        "dziesięć",
        "jedenaście",
        "dwanaście",
        "trzynaście",
        "czternaście",
        "piętnaście",
        "szesnaście",
        "siedemnaście",
        "osiemnaście",
        "dziewiętnaście"
    };
    private static final String[] TENS = {
        "",
        "",
        "dwadzieścia",
        "trzydzieści",
        "czterdzieści",
        "pięćdziesiąt",
        "sześćdziesiąt",
        "siedemdziesiąt",
        "osiemdziesiąt",
        "dziewięćdziesiąt"
    };
    private static final String[] HUNDREDS = {
        "", "sto", "dwieście", "trzysta", "czterysta", "pięćset", "sześćset", "siedemset", "osiemset", "dziewięćset"
    };
    private static final Noun ZLOTY = new Noun("złoty", "złote", "złotych");
    private static final Noun GROSZ = new Noun("grosz", "grosze", "groszy");
    private static final Noun THOUSAND = new Noun("tysiąc", "tysiące", "tysięcy");
    private static final Noun MILLION = new Noun("milion", "miliony", "milionów");
    private static final Noun BILLION = new Noun("miliard", "miliardy", "miliardów");
    private static final Noun[] GROUPS = {BILLION, MILLION, THOUSAND};
    private static final long[] SIZES = {1_000_000_000L, 1_000_000L, 1_000L};

    private AmountWords() {}

    /** @param grosze more than 0, less than a billion (10^12) PLN */
    static String of(long grosze) {
        long zlote = grosze / 100;
        long rest = grosze % 100;
        List<String> words = new ArrayList<>();
        if (zlote > 0) {
            number(zlote, words);
            words.add(ZLOTY.after(zlote));
        }
        if (rest > 0) {
            number(rest, words);
            words.add(GROSZ.after(rest));
        }
        return String.join(" ", words);
    }

    /** Writes one thousand as {@code tysiąc}, without a word for one. */
    private static void number(long number, List<String> words) {
        long left = number;
        for (int i = 0; i < GROUPS.length; i++) {
            long count = left / SIZES[i];
            left %= SIZES[i];
            if (count > 1) {
                small((int) count, words);
            }
            if (count > 0) {
                words.add(GROUPS[i].after(count));
            }
        }
        small((int) left, words);
    }

    /** Writes a number below a thousand. */
    private static void small(int number, List<String> words) {
        int tens = number % 100;
        add(HUNDREDS[number / 100], words);
        if (tens < ONES.length) {
            add(ONES[tens], words);
        } else {
            add(TENS[tens / 10], words);
            add(ONES[tens % 10], words);
        }
    }

    private static void add(String word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word);
        }
    }

    /**
     * A masculine noun in the forms that numbers require.
     *
     * @param one after 1
     * @param few after numbers that end in 2, 3, 4, but not in 12, 13, 14
     * @param many after all others, including 21 and 31
     */
    private record Noun(String one, String few, String many) {
        String after(long number) {
            long last = number % 10;
            boolean teen = number % 100 / 10 == 1;
            return number == 1 ? one : last >= 2 && last <= 4 && !teen ? few : many;
        }
    }
}
