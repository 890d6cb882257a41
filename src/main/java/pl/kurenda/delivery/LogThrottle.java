package pl.kurenda.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a lasting problem from filling the log: each kind is logged at most once a minute. */
public final class LogThrottle {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Instant> lastSaid = new ConcurrentHashMap<>();

    /** @param clock decides when a minute is over */
    public LogThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Whether to log this kind now. There must be few kinds. */
    public boolean due(String kind) {
        Instant now = clock.instant();
        boolean[] due = {false};
        lastSaid.compute(kind, (key, before) -> {
            due[0] = before == null || !now.isBefore(before.plus(PAUSE));
            return due[0] ? now : before;
        });
        return due[0];
    }
}
