package pl.kurenda.intake.row;

import java.util.ArrayList;
import java.util.List;
import pl.kurenda.intake.answer.AmountNotation;
import pl.kurenda.intake.text.DueDate;

/**
 * Collects how the amounts and dates of a file are written, for its reply file. Each cell is read on its own; this class only
 * remembers what occurred. It runs for every row, so it keeps bit masks and creates no objects.
 */
public final class NotationSummary {
    private static final String NONE = "none";
    private static final String SIGNS = ",. \u00a0\u202f\u2009\u2007'\u2019";
    /** Names of these characters, in the same order. */
    private static final List<String> SIGN_NAMES = List.of(
            "comma", "dot", "space", "nbsp", "narrow-nbsp", "thin-space", "figure-space", "apostrophe", "apostrophe");

    private static final List<String> CURRENCIES = List.of("z\u0142", "zl", "PLN");
    /** The most digits that can follow a decimal mark. A thousands separator is followed by more. */
    private static final int GROSZE = 2;

    private static final List<String> DAY_FORMS = List.of(
            "dd.mm.yyyy",
            "dd.mm.yy",
            "yyyy-mm-dd",
            "yyyy/mm/dd",
            "yyyy.mm.dd",
            "dd/mm/yyyy",
            "dd-mm-yyyy",
            "yyyymmdd",
            "d-month-yyyy",
            "excel-serial",
            "with-time");
    private static final int DOTTED = 0;
    private static final int YEAR_FIRST = 2;
    private static final int DAY_FIRST = 5;
    private static final int COMPACT = 7;
    private static final int NAMED = 8;
    private static final int SERIAL = 9;
    private static final int TIMED = 10;
    private static final int DIGITS_OF_SERIAL = 5;
    private static final int DIGITS_OF_YEAR = 4;

    private boolean anyAmount;
    /** A bit for each place in {@link #SIGN_NAMES}. */
    private int decimal;
    /** A bit for each place in {@link #SIGN_NAMES}. */
    private int thousands;
    /** A bit for each place in {@link #CURRENCIES}. */
    private int currency;
    /** A bit for each place in {@link #DAY_FORMS}. */
    private int dayForms;

    /** @param cell a readable amount, without what a spreadsheet puts around it */
    public void seeAmount(String cell) {
        anyAmount = true;
        int end = cell.length();
        int first = 0;
        while (first < end && !isDigit(cell.charAt(first))) {
            seeCurrency(cell, first++);
        }
        int last = end - 1;
        while (last > first && !isDigit(cell.charAt(last))) {
            seeCurrency(cell, last--);
        }
        for (int i = last - 1; i > first; i--) {
            char sign = cell.charAt(i);
            if (!isDigit(sign)) {
                mark(sign, last - i <= GROSZE);
            }
        }
        // 12,- has a decimal mark but no decimals
        if (last + 2 < end && isDecimal(cell.charAt(last + 1)) && "-\u2013\u2014".indexOf(cell.charAt(last + 2)) >= 0) {
            mark(cell.charAt(last + 1), true);
        }
    }

    private void mark(char sign, boolean decimals) {
        int bit = 1 << Math.max(0, SIGNS.indexOf(sign));
        decimal |= decimals ? bit : 0;
        thousands |= decimals ? 0 : bit;
    }

    private void seeCurrency(String cell, int place) {
        char sign = cell.charAt(place);
        if (sign == 'p' || sign == 'P') {
            currency |= 1 << 2;
        } else if (sign == '\u0142' || sign == '\u0141') {
            currency |= 1;
        } else if (place > 0 && (sign == 'l' || sign == 'L') && (cell.charAt(place - 1) | 0x20) == 'z') {
            currency |= 1 << 1;
        }
    }

    /** @param cell a readable date */
    public void seeDay(String cell) {
        dayForms |= 1 << dayForm(cell, next(cell, 0, false));
        dayForms |= DueDate.hasTime(cell) ? 1 << TIMED : 0;
    }

    private static int dayForm(String cell, int start) {
        int first = digits(cell, start);
        if (first == DIGITS_OF_SERIAL) {
            return SERIAL;
        }
        if (first > DIGITS_OF_SERIAL) {
            return COMPACT;
        }
        char mark = cell.charAt(start + first);
        if (first == DIGITS_OF_YEAR) {
            return mark == '-' ? YEAR_FIRST : mark == '/' ? YEAR_FIRST + 1 : YEAR_FIRST + 2;
        }
        int month = next(cell, start + first, true);
        if (Character.isLetter(cell.charAt(month))) {
            return NAMED;
        }
        if (mark == '.') {
            int year = next(cell, month + digits(cell, month), false);
            return digits(cell, year) == DIGITS_OF_YEAR ? DOTTED : DOTTED + 1;
        }
        return mark == '/' ? DAY_FIRST : DAY_FIRST + 1;
    }

    /** Returns the position of the next digit, or of the next digit or letter. A readable date has one. */
    private static int next(String cell, int from, boolean letters) {
        int at = from;
        while (!isDigit(cell.charAt(at)) && !(letters && Character.isLetter(cell.charAt(at)))) {
            at++;
        }
        return at;
    }

    /** Counts the digits from this position on. */
    private static int digits(String cell, int from) {
        int to = from;
        while (to < cell.length() && isDigit(cell.charAt(to))) {
            to++;
        }
        return to - from;
    }

    /** How amounts are written; null if no amount could be read. */
    public AmountNotation amounts() {
        return anyAmount
                ? new AmountNotation(
                        orNone(names(SIGN_NAMES, decimal)),
                        orNone(names(SIGN_NAMES, thousands)),
                        orNone(names(CURRENCIES, currency)))
                : null;
    }

    /** How dates are written; null if no date could be read. */
    public List<String> days() {
        return dayForms == 0 ? null : names(DAY_FORMS, dayForms);
    }

    private static List<String> names(List<String> all, int bits) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if ((bits >> i & 1) != 0 && !names.contains(all.get(i))) {
                names.add(all.get(i));
            }
        }
        return names;
    }

    private static List<String> orNone(List<String> names) {
        return names.isEmpty() ? List.of(NONE) : names;
    }

    private static boolean isDecimal(char sign) {
        return sign == ',' || sign == '.';
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }
}
