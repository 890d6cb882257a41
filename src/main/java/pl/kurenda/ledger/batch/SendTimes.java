package pl.kurenda.ledger.batch;

import java.time.Instant;

/** When reminders may leave. */
@FunctionalInterface
public interface SendTimes {
    /** The first moment, from this one on, at which reminders of the source may leave. */
    Instant next(String source, Instant from);
}
