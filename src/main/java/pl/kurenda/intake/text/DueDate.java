package pl.kurenda.intake.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Due dates as exports write them: dd.mm.yyyy and d.m.yyyy, dd.mm.yy (of this century), dd/mm/yyyy, dd-mm-yyyy, yyyy-mm-dd
 * and yyyy-m-d, with dots or slashes as well, yyyymmdd, d month yyyy as {@link MonthNames} tells, each with {@code r.} or a
 * time of the office's clock after it or not, and the serial numbers of spreadsheets.
 */
public final class DueDate {
    /** With one digit only where dots tell that it is no American date. */
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4}|\\d\\d)");

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d\\d)([/-])(\\d\\d)\\2(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})");
    /** {@code 15.10.2026 r.}: for "rok", a year. */
    private static final Pattern YEAR_SIGN = Pattern.compile("(?<=\\d) ?(?:r|roku)?\\.?$");

    /** {@code do dnia 15.10.2026}, {@code czwartek, 15 pa\u017adziernika 2026}. */
    private static final Pattern BEFORE =
            Pattern.compile("(?iu)^(?:do (?:dnia )?|(?:poniedzia\u0142ek|wtorek|\u015broda|czwartek|pi\u0105tek"
                    + "|sobota|niedziela),? )(?=\\d)");

    /** {@code 2026-01-05 13:45}, {@code 5.01.2026, 13:45:30}; not with a zone, in which it may be the day before or after. */
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
    /** A debt due outside these years is a slip of the pen, which no resident should read. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2099;
    /** Of spreadsheets; right from March 1900 on. */
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    /** Serial numbers of other years are more likely something else, such as the number of a case. */
    private static final LocalDate FIRST_SERIAL = LocalDate.of(2010, 1, 1);

    private static final LocalDate LAST_SERIAL = LocalDate.of(2049, 12, 31);
    private static final int DIGITS_OF_SERIAL = 5;
    private static final int SHORTEST_TIMED = "d.m.yy h:mm".length();

    private DueDate() {}

    /** The day, 1990 to 2099, or nothing where it is not one of the calendar: there is no 31st of February. */
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

    /** Nearly all days end and begin with a digit. */
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

    /** Whether something like a time stands in the cell. */
    public static boolean hasTime(String cell) {
        return cell.indexOf(':') > 0;
    }

    /** For people: {@code 15.10.2026}; empty for null. */
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
