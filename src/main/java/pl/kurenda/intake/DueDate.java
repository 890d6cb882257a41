package pl.kurenda.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Due dates as exports write them: dd.mm.yyyy, dd.mm.yy (of this century), dd/mm/yyyy, yyyy-mm-dd. */
final class DueDate {
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d\\d)([./])(\\d\\d)\\2(\\d{4})");
    private static final Pattern SHORT = Pattern.compile("(\\d\\d)\\.(\\d\\d)\\.(\\d\\d)");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");
    private static final DateTimeFormatter POLISH = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final int CENTURY = 2000;
    /** A debt due outside these years is a slip of the pen, which no resident should read. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2099;

    private DueDate() {}

    /** The day, 1990 to 2099, or nothing where it is not one of the calendar: there is no 31st of February. */
    static Optional<LocalDate> read(String cell) {
        Matcher dayFirst = DAY_FIRST.matcher(cell);
        if (dayFirst.matches()) {
            return day(number(dayFirst, 4), number(dayFirst, 3), number(dayFirst, 1));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(cell);
        if (yearFirst.matches()) {
            return day(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
        }
        Matcher brief = SHORT.matcher(cell);
        return brief.matches() ? day(CENTURY + number(brief, 3), number(brief, 2), number(brief, 1)) : Optional.empty();
    }

    /** For people: {@code 15.10.2026}; empty for null. */
    static String polish(LocalDate day) {
        return day == null ? "" : POLISH.format(day);
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day)).filter(found -> year >= FIRST_YEAR && year <= LAST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
