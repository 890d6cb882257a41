package pl.kurenda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock of the office that a test sets. */
public final class MovableClock extends Clock {
    private volatile Instant now;

    /** @param now where it stands */
    public MovableClock(String now) {
        this.now = Instant.parse(now);
    }

    /** Moves it on. */
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
