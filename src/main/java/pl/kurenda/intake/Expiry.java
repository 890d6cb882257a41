package pl.kurenda.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import pl.kurenda.ledger.Openings;

/**
 * How long reminders are worth sending: counted from when they may leave, since over Christmas a send window is closed for
 * longer than that.
 */
final class Expiry {
    private final Duration expireAfter;
    private final Openings openings;
    private final Clock clock;

    Expiry(Duration expireAfter, Openings openings, Clock clock) {
        this.expireAfter = expireAfter;
        this.openings = openings;
        this.clock = clock;
    }

    /** From now on. */
    Duration of(String source) {
        Instant now = clock.instant();
        return Duration.between(now, openings.next(source, now)).plus(expireAfter);
    }
}
