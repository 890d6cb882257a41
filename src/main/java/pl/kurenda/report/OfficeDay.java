package pl.kurenda.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Days and months of the office as moments in UTC, the way the ledger keeps them. A day may have 23 or 25 hours. */
final class OfficeDay {
    private OfficeDay() {}

    /** The first moment of the day. */
    static LocalDateTime start(LocalDate day, ZoneId office) {
        return LocalDateTime.ofInstant(day.atStartOfDay(office).toInstant(), ZoneOffset.UTC);
    }

    /** The first moment that is no longer of the day. */
    static LocalDateTime end(LocalDate day, ZoneId office) {
        return start(day.plusDays(1), office);
    }

    /** The first moment of the month. */
    static LocalDateTime start(YearMonth month, ZoneId office) {
        return start(month.atDay(1), office);
    }

    /** What the clock of the office shows at a moment in UTC; null stays null. */
    static LocalDateTime local(LocalDateTime utc, ZoneId office) {
        return utc == null
                ? null
                : utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(office).toLocalDateTime();
    }
}
