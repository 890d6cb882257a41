package pl.kurenda.camel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a trouble that lasts from filling the log: each kind is said at most once a minute. */
final class SmppComplaints {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Instant> lastSaid = new ConcurrentHashMap<>();

    SmppComplaints(Clock clock) {
        this.clock = clock;
    }

    /** Whether it is time to say this (again). The kinds must be few. */
    boolean due(String kind) {
        Instant now = clock.instant();
        Instant said = lastSaid.compute(
                kind, (key, before) -> before == null || !now.isBefore(before.plus(PAUSE)) ? now : before);
        return said.equals(now);
    }
}
