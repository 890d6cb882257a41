package pl.kurenda.delivery.window;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The public holidays of the act of 18 January 1951 on days free from work, with Christmas Eve as of 2025. This is own
 * code: a dependency would also have to be kept in step with the act, and is more than fourteen days and one formula.
 */
final class PolishHolidays {
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 6),
            MonthDay.of(5, 1),
            MonthDay.of(5, 3),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 24),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));

    private PolishHolidays() {}

    static boolean isHoliday(LocalDate day) {
        if (FIXED.contains(MonthDay.from(day))) {
            return true;
        }
        long afterEaster = day.toEpochDay() - easter(day.getYear()).toEpochDay();
        // Easter Sunday and Monday, Pentecost, Corpus Christi
        return afterEaster == 0 || afterEaster == 1 || afterEaster == 49 || afterEaster == 60;
    }

    /** Easter Sunday of the Gregorian calendar, by the Meeus/Jones/Butcher computus. */
    static LocalDate easter(int year) {
        int century = year / 100;
        int golden = year % 19;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
        int correction = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * correction + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
