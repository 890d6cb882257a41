package pl.kurenda.ledger.report;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.Utc;

/**
 * Counts the segments that the SMSC accepted on each day of the office. A day is counted once, when it is over and no
 * more submit responses can be recorded for it. Any node may count; the row in {@code billed_day} makes sure that only
 * one does.
 */
@Component
public class BilledDays {
    /** How long after midnight a submit response of the previous day may still be recorded. */
    private static final Duration LATE = Duration.ofHours(1);

    /** Largest number of days in one run, so that upkeep is not blocked if years are missing. */
    private static final int AT_A_TIME = 10;

    private static final String COUNT = """
            insert into billed_tally (day, source, smsc, price, segments)
            select :day, r.source, s.smsc, coalesce(s.price, round(r.cost / r.segments, 4)) each_at, count(*)
            from segment s join reminder r on r.id = s.reminder_id
            where s.answered_at >= :start and s.answered_at < :end and s.message_id is not null
              and r.source not like '%~sandbox'
            group by r.source, s.smsc, each_at
            """;

    private final LedgerJdbc ledgerJdbc;
    private final Clock clock;

    /** @param clock has the time zone of the office */
    public BilledDays(LedgerJdbc ledgerJdbc, Clock clock) {
        this.ledgerJdbc = ledgerJdbc;
        this.clock = clock;
    }

    /** Counts the missing days, oldest first. */
    public void count() {
        LocalDate open = LocalDate.ofInstant(clock.instant().minus(LATE), clock.getZone());
        for (int i = 0; i < AT_A_TIME; i++) {
            Optional<LocalDate> day = next().filter(missing -> missing.isBefore(open));
            if (day.isEmpty()) {
                return;
            }
            ledgerJdbc.transact(() -> count(day.get()));
        }
    }

    /**
     * Returns the day after the last counted one. If no day was counted, returns the day of the first submit response.
     */
    private Optional<LocalDate> next() {
        LocalDate last = ledgerJdbc.sql().queryForObject("select max(day) from billed_day", Map.of(), LocalDate.class);
        if (last != null) {
            return Optional.of(last.plusDays(1));
        }
        LocalDateTime first =
                ledgerJdbc.sql().queryForObject("select min(answered_at) from segment", Map.of(), LocalDateTime.class);
        return Optional.ofNullable(first).map(utc -> LocalDate.ofInstant(Utc.instant(utc), clock.getZone()));
    }

    private void count(LocalDate day) {
        int mine = ledgerJdbc.update("insert ignore into billed_day (day) values (:day)", Map.of("day", day));
        if (mine == 1) {
            ledgerJdbc.update(COUNT, Map.of("day", day, "start", midnight(day), "end", midnight(day.plusDays(1))));
        }
    }

    private LocalDateTime midnight(LocalDate day) {
        return Utc.of(day.atStartOfDay(clock.getZone()).toInstant());
    }
}
