package pl.kurenda.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers how the amounts of a file are written. Each cell is decided for itself; this only tells what was met. Nothing is
 * kept of a cell, and nothing is made for it: it is asked for every row.
 */
final class AmountMarks {
    private static final String NONE = "none";
    private static final String SIGNS = ",. \u00a0\u202f\u2009\u2007'\u2019";
    private static final List<String> MARKS = List.of(
            "comma", "dot", "space", "nbsp", "narrow-nbsp", "thin-space", "figure-space", "apostrophe", "apostrophe");
    private static final List<String> CURRENCIES = List.of("z\u0142", "zl", "PLN");
    /** Fewer digits than a group has stand behind a decimal mark. */
    private static final int GROSZE = 2;

    private boolean any;
    /** Bits by the places in the lists. */
    private int decimal;

    private int thousands;
    private int currency;

    /** @param cell of an amount that could be read, without what a spreadsheet puts around it */
    void see(String cell) {
        any = true;
        int end = cell.length();
        int first = 0;
        while (first < end && !isDigit(cell.charAt(first))) {
            seeAround(cell, first++);
        }
        int last = end - 1;
        while (last > first && !isDigit(cell.charAt(last))) {
            seeAround(cell, last--);
        }
        for (int i = last - 1; i > first; i--) {
            char sign = cell.charAt(i);
            if (!isDigit(sign)) {
                mark(sign, last - i <= GROSZE);
            }
        }
        // 12,- has its decimal mark, and no decimals
        if (last + 2 < end && isDecimal(cell.charAt(last + 1)) && "-\u2013\u2014".indexOf(cell.charAt(last + 2)) >= 0) {
            mark(cell.charAt(last + 1), true);
        }
    }

    private void mark(char sign, boolean decimals) {
        int bit = 1 << Math.max(0, SIGNS.indexOf(sign));
        decimal |= decimals ? bit : 0;
        thousands |= decimals ? 0 : bit;
    }

    private void seeAround(String cell, int place) {
        char sign = cell.charAt(place);
        if (sign == 'p' || sign == 'P') {
            currency |= 1 << 2;
        } else if (sign == '\u0142' || sign == '\u0141') {
            currency |= 1;
        } else if (place > 0 && (sign == 'l' || sign == 'L') && (cell.charAt(place - 1) | 0x20) == 'z') {
            currency |= 1 << 1;
        }
    }

    /** Null where no amount could be read. */
    AmountNotation marks() {
        return any
                ? new AmountNotation(names(MARKS, decimal), names(MARKS, thousands), names(CURRENCIES, currency))
                : null;
    }

    private static List<String> names(List<String> all, int bits) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if ((bits >> i & 1) != 0 && !names.contains(all.get(i))) {
                names.add(all.get(i));
            }
        }
        return names.isEmpty() ? List.of(NONE) : names;
    }

    private static boolean isDecimal(char sign) {
        return sign == ',' || sign == '.';
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }
}
