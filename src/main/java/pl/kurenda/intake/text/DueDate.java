package pl.kurenda.intake.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads due dates as exports write them: dd.mm.yyyy and d.m.yyyy, dd.mm.yy (of this century), dd/mm/yyyy, dd-mm-yyyy,
 * yyyy-mm-dd and yyyy-m-d, also with dots or slashes, yyyymmdd, d month yyyy with the names in {@link MonthNames}, and
 * the serial numbers of spreadsheets. {@code r.} or a time in the office's time zone may follow.
 */
public final class DueDate {
    /** One digit is allowed only with dots, which show that it is not an American date. */
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4}|\\d\\d)");

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d\\d)([/-])(\\d\\d)\\2(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})");
    /** {@code 15.10.2026 r.}, short for "rok" (year). */
    private static final Pattern YEAR_SIGN = Pattern.compile("(?<=\\d) ?(?:r|roku)?\\.?$");

    /** {@code do dnia 15.10.2026}, {@code czwartek, 15 pa\u017adziernika 2026}. */
    private static final Pattern BEFORE =
            Pattern.compile("(?iu)^(?:do (?:dnia )?|(?:poniedzia\u0142ek|wtorek|\u015broda|czwartek|pi\u0105tek"
                    + "|sobota|niedziela),? )(?=\\d)");

    /**
     * {@code 2026-01-05 13:45}, {@code 5.01.2026, 13:45:30}. A time zone is not allowed, because the date there may be
     * the day before or after.
     */
    private static final Pattern TIME =
            Pattern.compile("(.{6,30}?)(?:,? |T)(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,9})?)?");

    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:[.,]0{1,2})?");
    private static final Pattern COMPACT = Pattern.compile("(20\\d\\d)(\\d\\d)(\\d\\d)");
    /** {@code 15 pa\u017adziernika 2026}, {@code 15.X.2026}. */
    private static final Pattern NAMED =
            Pattern.compile("(\\d{1,2})(?:\\. ?|[ -])(\\p{L}{1,12})(?:\\. ?|[ -])(\\d{4})");

    /** {@code 15-pa\u017a-26}, as spreadsheets and databases shorten it. */
    private static final Pattern SHORTENED = Pattern.compile("(\\d{1,2})-(\\p{L}{3})-(\\d\\d)");

    private static final DateTimeFormatter POLISH = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final int CENTURY = 2000;
    /** A due date outside these years is a typing error, which no resident should read. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2099;
    /** Day 0 of spreadsheets; correct from March 1900 on. */
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    /** Serial numbers for other years are more likely something else, such as a case number. */
    private static final LocalDate FIRST_SERIAL = LocalDate.of(2010, 1, 1);

    private static final LocalDate LAST_SERIAL = LocalDate.of(2049, 12, 31);
    private static final int DIGITS_OF_SERIAL = 5;
    private static final int SHORTEST_TIMED = "d.m.yy h:mm".length();

    private DueDate() {}

    /** The date, from 1990 to 2099. Empty if it is not in the calendar, such as 31 February. */
    public static Optional<LocalDate> read(String cell) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        String text = withoutWords(withoutTime(cell));
        Matcher dotted = DOTTED.matcher(text);
        if (text.indexOf('.') > 0 && dotted.matches()) {
            int year = number(dotted, 3);
            return day(dotted.group(3).length() == 2 ? CENTURY + year : year, number(dotted, 2), number(dotted, 1));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(number(yearFirst, 1), number(yearFirst, 3), number(yearFirst, 4));
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return day(number(dayFirst, 4), number(dayFirst, 3), number(dayFirst, 1));
        }
        if (SERIAL.matcher(cell).matches()) {
            return serial(cell);
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return day(number(compact, 1), number(compact, 2), number(compact, 3));
        }
        return named(text);
    }

    private static Optional<LocalDate> named(String text) {
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            return day(number(named, 3), MonthNames.number(named.group(2)), number(named, 1));
        }
        Matcher shortened = SHORTENED.matcher(text);
        return shortened.matches()
                ? day(CENTURY + number(shortened, 3), MonthNames.number(shortened.group(2)), number(shortened, 1))
                : Optional.empty();
    }

    /** A quick check: nearly all dates begin and end with a digit. */
    private static String withoutWords(String cell) {
        String day = Character.isDigit(cell.charAt(cell.length() - 1))
                ? cell
                : YEAR_SIGN.matcher(cell).replaceFirst("");
        return Character.isDigit(day.charAt(0)) ? day : BEFORE.matcher(day).replaceFirst("");
    }

    private static String withoutTime(String cell) {
        if (cell.length() < SHORTEST_TIMED || !hasTime(cell)) {
            return cell;
        }
        Matcher timed = TIME.matcher(cell);
        return timed.matches() ? timed.group(1) : cell;
    }

    /** Whether the cell contains something like a time. */
    public static boolean hasTime(String cell) {
        return cell.indexOf(':') > 0;
    }

    /** The date for people, {@code 15.10.2026}; empty for null. */
    public static String polish(LocalDate day) {
        return day == null ? "" : POLISH.format(day);
    }

    private static Optional<LocalDate> serial(String cell) {
        LocalDate day = DAY_0.plus(Integer.parseInt(cell, 0, DIGITS_OF_SERIAL, 10), ChronoUnit.DAYS);
        return Optional.of(day).filter(found -> !found.isBefore(FIRST_SERIAL) && !found.isAfter(LAST_SERIAL));
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
