package pl.kurenda.intake;

import java.util.List;
import java.util.stream.IntStream;

/** Gathers how the days of a file are written. Nothing is kept of a cell, and nothing is made for it: it is asked for every row. */
final class DayForms {
    private static final List<String> FORMS = List.of(
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

    /** Bits by the places in the list. */
    private int met;

    /** @param cell of a day that could be read */
    void see(String cell) {
        met |= 1 << form(cell, next(cell, 0, false));
        met |= DueDate.hasTime(cell) ? 1 << TIMED : 0;
    }

    private static int form(String cell, int start) {
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

    /** Where the next digit stands from there on, or the next letter, too; a day that could be read has it. */
    private static int next(String cell, int from, boolean letters) {
        int at = from;
        while (!isDigit(cell.charAt(at)) && !(letters && Character.isLetter(cell.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** How many digits stand there. */
    private static int digits(String cell, int from) {
        int to = from;
        while (to < cell.length() && isDigit(cell.charAt(to))) {
            to++;
        }
        return to - from;
    }

    /** What was met in at least one cell; null where no day could be read. */
    List<String> forms() {
        return met == 0
                ? null
                : IntStream.range(0, FORMS.size())
                        .filter(form -> (met >> form & 1) != 0)
                        .mapToObj(FORMS::get)
                        .toList();
    }
}
