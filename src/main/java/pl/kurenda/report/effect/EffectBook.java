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
 * Keeps what {@link Effect} counted last of each month, so that a page does not have to count: with a million reminders in
 * a month that takes seconds. A month is counted anew once a day while reminders or their payments may still come, and
 * whenever payments were booked that may be of it.
 */
@Component
public class EffectBook {
    /** A payment counts for so many days after the last reminder of a month. */
    private static final int LONGEST = 30;
    /** Payments get their time of booking some moments before they are there to be counted. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private final Effect effect;
    private final EffectArchive kept;
    private final ReportLock lock;
    private final Clock clock;

    /** @param clock its zone is the office's. */
    EffectBook(Effect effect, EffectArchive kept, ReportLock lock, Clock clock) {
        this.effect = effect;
        this.kept = kept;
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * A month as it was counted last.
     *
     * @param asOf when; nothing that was booked later is in it
     * @param lines the sums of the sources after their lines, that of all last; none where nothing was told to be paid
     */
    public record Kept(Instant asOf, List<EffectLine> lines) {}

    /** The month as it was counted last; empty where it has not been yet. */
    public Optional<Kept> of(YearMonth month) {
        return kept.read(month);
    }

    /** Counts each month anew that may have changed, the newest first; does nothing while another node makes reports. */
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
