package pl.kurenda.report.effect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.core.ReportLock;

/**
 * Keeps the last result of {@link Effect} for each month, so that a page does not have to compute it: with a million
 * reminders in a month that takes seconds. A month is recomputed once a day while reminders or their payments may still
 * arrive, and whenever payments were booked that may belong to it.
 */
@Component
public class EffectBook {
    /** Days after the last reminder of a month during which a payment counts. */
    private static final int LONGEST = 30;
    /** A payment gets its booking time shortly before queries can see it. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private final Effect effect;
    private final EffectArchive kept;
    private final ReportLock lock;
    private final Clock clock;

    /** @param clock in the office's time zone */
    EffectBook(Effect effect, EffectArchive kept, ReportLock lock, Clock clock) {
        this.effect = effect;
        this.kept = kept;
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * Last computed figures of a month.
     *
     * @param asOf when they were computed; nothing booked later is included
     * @param lines lines of each source followed by its sum, the overall sum last; empty if no payments were reported
     */
    public record Kept(Instant asOf, List<EffectLine> lines) {}

    /** Returns the last computed figures of the month; empty if there are none yet. */
    public Optional<Kept> of(YearMonth month) {
        return kept.read(month);
    }

    /** Recomputes each month that may have changed, the newest first. Does nothing while another node makes reports. */
    public void refresh() {
        YearMonth now = YearMonth.now(clock);
        kept.firstDay(clock.getZone())
                .map(YearMonth::from)
                .ifPresent(first -> Stream.iterate(now, month -> !month.isBefore(first), month -> month.minusMonths(1))
                        .filter(this::isStale)
                        .forEach(month -> lock.run(() -> count(month))));
    }

    private boolean isStale(YearMonth month) {
        return kept.asOf(month)
                .map(asOf -> asOf.isBefore(today())
                                && !month.isBefore(YearMonth.now(clock).minusMonths(1))
                        || kept.paidSince(
                                asOf.minus(LATE),
                                month.atDay(1),
                                month.atEndOfMonth().plusDays(LONGEST)))
                .orElse(true);
    }

    private LocalDateTime today() {
        return new Period(LocalDate.now(clock), clock.getZone()).start();
    }

    private boolean count(YearMonth month) {
        LocalDateTime asOf = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        kept.write(month, asOf, effect.now(month));
        return true;
    }
}
