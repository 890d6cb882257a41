package pl.kurenda.report.core;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * An office day, with its limits in UTC because the ledger stores times in UTC. A fact belongs to the day if its time
 * is at or after the start and before the end. A day may have 23 or 25 hours.
 *
 * @param day the day
 * @param office its time zone
 */
public record Period(LocalDate day, ZoneId office) {

    /** The start of the day, UTC, inclusive. */
    public LocalDateTime start() {
        return utc(day);
    }

    /** The end of the day, UTC, exclusive. */
    public LocalDateTime end() {
        return utc(day.plusDays(1));
    }

    /** The month of the day. */
    public YearMonth month() {
        return YearMonth.from(day);
    }

    /** The start of the month, UTC. */
    public LocalDateTime monthStart() {
        return utc(month().atDay(1));
    }

    /** Converts a UTC time to office time, in whole seconds; null stays null. */
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
