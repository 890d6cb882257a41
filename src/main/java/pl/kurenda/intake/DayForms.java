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
            "dd/mm/yyyy",
            "dd-mm-yyyy",
            "yyyymmdd",
            "d-month-yyyy",
            "excel-serial",
            "with-time");
    private static final int DOTTED = 0;
    private static final int YEAR_FIRST = 2;
    private static final int DAY_FIRST = 4;
    private static final int COMPACT = 6;
    private static final int NAMED = 7;
    private static final int SERIAL = 8;
    private static final int TIMED = 9;
    private static final int DIGITS_OF_SERIAL = 5;
    private static final int DIGITS_OF_YEAR = 4;

    /** Bits by the places in the list. */
    private int met;

    /** @param cell of a day that could be read */
    void see(String cell) {
        int first = digits(cell, 0);
        char mark = first < cell.length() ? cell.charAt(first) : ' ';
        met |= 1 << form(cell, first, mark);
        met |= DueDate.hasTime(cell) ? 1 << TIMED : 0;
    }

    private static int form(String cell, int first, char mark) {
        if (first == DIGITS_OF_SERIAL) {
            return SERIAL;
        }
        if (first > DIGITS_OF_SERIAL) {
            return COMPACT;
        }
        if (first == DIGITS_OF_YEAR) {
            return mark == '-' ? YEAR_FIRST : YEAR_FIRST + 1;
        }
        if (mark == '.' && first + 1 < cell.length() && cell.charAt(first + 1) != ' ') {
            int month = first + 1 + digits(cell, first + 1);
            return digits(cell, month + 1) == DIGITS_OF_YEAR ? DOTTED : DOTTED + 1;
        }
        return mark == '/' ? DAY_FIRST : mark == '-' ? DAY_FIRST + 1 : NAMED;
    }

    /** How many digits stand there. */
    private static int digits(String cell, int from) {
        int to = from;
        while (to < cell.length() && cell.charAt(to) >= '0' && cell.charAt(to) <= '9') {
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
