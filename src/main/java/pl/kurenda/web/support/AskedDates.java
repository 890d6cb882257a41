package pl.kurenda.web.support;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Days and months in addresses and forms. The calendar goes further than the database and than any sense. */
public final class AskedDates {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private AskedDates() {}

    /** {@code 2026-11-24}; nothing where it is no day, or none of this millennium. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip())).filter(day -> isSane(day.getYear()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code 2026-11}; nothing where it is no month, or none of this millennium. */
    public static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text.strip())).filter(month -> isSane(month.getYear()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isSane(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
