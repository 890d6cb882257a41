package pl.kurenda.ledger.batch;

import java.time.Instant;

/** Decides when reminders may be sent. */
@FunctionalInterface
public interface SendTimes {
    /** Returns the first moment, from this one on, at which reminders of the source may be sent. */
    Instant next(String source, Instant from);
}
