package pl.kurenda.web.support;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Reads days and months from addresses and forms. Java's calendar allows dates far beyond what the database can hold.
 */
public final class AskedDates {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private AskedDates() {}

    /** Reads {@code 2026-11-24}; empty if it is not a day or not in this millennium. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip())).filter(day -> isSane(day.getYear()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads {@code 2026-11}; empty if it is not a month or not in this millennium. */
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
