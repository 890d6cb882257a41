package pl.kurenda.report.core;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A day of the office, in UTC as the ledger keeps times: a fact belongs to it whose time is start or later, and before
 * end. A day may have 23 or 25 hours.
 *
 * @param day the day
 * @param office its time zone
 */
public record Period(LocalDate day, ZoneId office) {

    /** The first moment of the day, UTC. */
    public LocalDateTime start() {
        return utc(day);
    }

    /** The first moment that is no longer of the day, UTC. */
    public LocalDateTime end() {
        return utc(day.plusDays(1));
    }

    /** The month of the day. */
    public YearMonth month() {
        return YearMonth.from(day);
    }

    /** The first moment of the month, UTC. */
    public LocalDateTime monthStart() {
        return utc(month().atDay(1));
    }

    /** A moment in UTC on the clock of the office, in full seconds; null stays null. */
    public LocalDateTime local(LocalDateTime utc) {
        return utc == null
                ? null
                : utc.atOffset(ZoneOffset.UTC)
                        .atZoneSameInstant(office)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.SECONDS);
    }

    private LocalDateTime utc(LocalDate midnight) {
        return LocalDateTime.ofInstant(midnight.atStartOfDay(office).toInstant(), ZoneOffset.UTC);
    }
}
