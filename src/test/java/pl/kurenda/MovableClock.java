package pl.kurenda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** An office clock that a test sets. */
public final class MovableClock extends Clock {
    private volatile Instant now;

    /** @param now the time it shows */
    public MovableClock(String now) {
        this.now = Instant.parse(now);
    }

    /** Moves the clock forward. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Europe/Warsaw");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the office has one zone");
    }
}
