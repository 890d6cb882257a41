package pl.kurenda.money;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.kurenda.money.AmountReading.Owed;
import pl.kurenda.money.AmountReading.Problem;

/** Reads the amount cell of an export. An uncertain sum is refused, because a resident would be asked to pay it. */
final class AmountCell {
    /** 99,999,999.99 PLN. */
    private static final long MAX_GROSZE = 9_999_999_999L;

    /**
     * Longer than any sum within the limit, with marks and some leading zeros. Keeps huge cells away from the patterns.
     */
    private static final int MAX_LENGTH = 32;

    /** The minus sign of typesetters. */
    private static final String MINUS = "\u2212";

    /** The dash that word processors make of a hyphen. */
    private static final String DASH = "\u2013";

    private static final String SPACES = " \u00A0\u202F\u2009\u2007";

    /** {@code 12,-}: no grosze, as people write it. */
    private static final Pattern NO_GROSZE = Pattern.compile("(?<=[0-9])[.,][-\u2013\u2014]{1,2}$");

    /** {@code 1234}, {@code 1234,5}, {@code 1234.56}. */
    private static final Pattern PLAIN = Pattern.compile("(?<whole>[0-9]+)(?:[.,](?<decimals>[0-9]{1,2}))?");

    /** {@code 1 234}, {@code 1'234'567.89}: these marks are never decimal marks. All kinds of space are one mark. */
    private static final Pattern SPACED = Pattern.compile(
            "(?<whole>[1-9][0-9]{0,2}(?:(?: [0-9]{3})+|(?:'[0-9]{3})+))(?:[.,](?<decimals>[0-9]{1,2}))?");

    /** {@code 1.234,56}, {@code 1,234.56}: of two different marks, the last one is the decimal mark. */
    private static final Pattern MIXED = Pattern.compile(
            "(?<whole>[1-9][0-9]{0,2}(?:(?:\\.[0-9]{3})+(?=,)|(?:,[0-9]{3})+(?=\\.)))[.,](?<decimals>[0-9]{1,2})");

    /**
     * {@code 1.234.567}: a mark that occurs twice cannot be the decimal mark. If it occurs once ({@code 1.234}), it
     * could be.
     */
    private static final Pattern REPEATED =
            Pattern.compile("(?<whole>[1-9][0-9]{0,2}(?:(?:\\.[0-9]{3}){2,}|(?:,[0-9]{3}){2,}))(?<decimals>)");

    private static final Pattern[] FORMS = {PLAIN, SPACED, MIXED, REPEATED};

    private AmountCell() {}

    static AmountReading read(String cell) {
        String text = cell == null ? "" : trim(cell);
        if (text.isEmpty()) {
            return Problem.MISSING;
        }
        String bare = withoutCurrency(text);
        if (bare.equals("-") && bare.length() < text.length()) {
            // The accounting format of spreadsheets shows zero as "-   zł".
            return Problem.NOT_POSITIVE;
        }
        String sum = isClean(bare) ? bare : plain(bare);
        boolean negative = sum.startsWith("-") || sum.startsWith(MINUS) || sum.startsWith(DASH);
        String magnitude = oneKindOfMark(negative ? trim(sum.substring(1)) : sum);
        if (magnitude.length() > MAX_LENGTH) {
            return Problem.INVALID;
        }
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(magnitude);
            if (matcher.matches()) {
                return verdict(negative, matcher.group("whole"), matcher.group("decimals"));
            }
        }
        return Problem.INVALID;
    }

    private static boolean isClean(String sum) {
        return !sum.isEmpty() && isDigit(sum.charAt(0)) && isDigit(sum.charAt(sum.length() - 1));
    }

    /**
     * The sum with any minus in front and without a plus. Bookkeeping programs also write negative sums as
     * {@code 12,00-} and {@code (12,00)}.
     */
    private static String plain(String sum) {
        String whole = NO_GROSZE.matcher(sum).replaceFirst(",00");
        int last = whole.length() - 1;
        if (last < 1 || last >= MAX_LENGTH) {
            return sum;
        }
        if (whole.charAt(0) == '(' && whole.charAt(last) == ')' && isClean(whole.substring(1, last))) {
            return "-" + whole.substring(1, last);
        }
        if (whole.charAt(last) == '-' && isClean(whole.substring(0, last))) {
            return "-" + whole.substring(0, last);
        }
        return whole.charAt(0) == '+' && isClean(whole.substring(1)) ? whole.substring(1) : whole;
    }

    private static AmountReading verdict(boolean negative, String whole, String decimals) {
        String fraction = decimals == null ? "" : decimals;
        long grosze = number(whole) * 100 + number((fraction + "00").substring(0, 2));
        if (grosze > MAX_GROSZE) {
            return Problem.INVALID;
        }
        return negative || grosze == 0 ? Problem.NOT_POSITIVE : new Owed(new Amount(grosze));
    }

    /** The value of the digits, ignoring marks. It stops growing once it is above the limit. */
    private static long number(String digits) {
        long value = 0;
        for (int i = 0; i < digits.length() && value <= MAX_GROSZE; i++) {
            char c = digits.charAt(i);
            value = isDigit(c) ? value * 10 + c - '0' : value;
        }
        return value;
    }

    private static String withoutCurrency(String text) {
        if (isDigit(text.charAt(0)) && isDigit(text.charAt(text.length() - 1))) {
            return text;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (String currency : new String[] {"zł.", "zl.", "zł", "zl", "pln", "złotych", "zlotych", "złote", "zlote"}) {
            if (lower.endsWith(currency)) {
                return trim(text.substring(0, text.length() - currency.length()));
            }
            if (lower.startsWith(currency)) {
                return trim(text.substring(currency.length()));
            }
        }
        return text;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String oneKindOfMark(String text) {
        return text.replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .replace('\u2009', ' ')
                .replace('\u2007', ' ')
                .replace('\u2019', '\'');
    }

    private static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return SPACES.indexOf(c) >= 0 || Character.isWhitespace(c);
    }
}
