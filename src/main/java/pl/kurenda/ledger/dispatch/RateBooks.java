package pl.kurenda.ledger.dispatch;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.LedgerJdbc;

/**
 * Keeps the time line in the database, by the database's clock: one row for each SMSC, one statement for each block.
 */
@Service
public class RateBooks implements RateBlocks {
    private final LedgerJdbc ledgerJdbc;

    public RateBooks(LedgerJdbc ledgerJdbc) {
        this.ledgerJdbc = ledgerJdbc;
    }

    /** Ignores a time more than a minute ahead. No node reserved it: the clock of the database has been set back. */
    @Override
    public Duration reserve(String smsc, Duration length) {
        long micros = length.toNanos() / 1000;
        Long ends = ledgerJdbc.sql().queryForObject("""
                        insert into smsc_rate (smsc, free_from)
                        values (:smsc, utc_timestamp(6) + interval :micros microsecond)
                        on duplicate key update free_from = interval :micros microsecond
                          + if(free_from > utc_timestamp(6) + interval 1 minute, utc_timestamp(6),
                            greatest(free_from, utc_timestamp(6)))
                        returning timestampdiff(microsecond, utc_timestamp(6), free_from)""", Map.of("smsc", smsc, "micros", micros), Long.class);
        return Duration.of(Math.max(0, ends - micros), ChronoUnit.MICROS);
    }
}
