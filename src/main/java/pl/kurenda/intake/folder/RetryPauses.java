package pl.kurenda.intake.folder;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Delays the next try of a file that could not be processed, while the other files of its folder go on. The pauses are
 * kept in memory: after a restart, files are tried again at once. Safe for all threads.
 */
@Component
public class RetryPauses {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration BUSY = Duration.ofSeconds(1);
    /** A file whose pause ended this long ago without a new try has been taken away. */
    private static final Duration MEMORY = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(RetryPauses.class);

    private final Clock clock;
    private final Map<Path, Pause> pauses = new ConcurrentHashMap<>();

    RetryPauses(Clock clock) {
        this.clock = clock;
    }

    /** Whether the file may be tried now. */
    public boolean mayTry(Path file) {
        Pause pause = pauses.get(file);
        return pause == null || !clock.instant().isBefore(pause.until());
    }

    /** Starts a pause after a technical error: 10 s, doubled each time, up to 5 minutes. */
    public void failed(Path file) {
        Instant now = clock.instant();
        pauses.values().removeIf(over -> over.until().plus(MEMORY).isBefore(now));
        Pause pause = pauses.merge(file, new Pause(FIRST, now.plus(FIRST)), (before, first) -> before.longer(now));
        LOG.warn(
                "{}: not dealt with for a technical reason; tried again in {} s",
                file,
                pause.length().toSeconds());
    }

    /** Starts a pause of one second for a file that cannot be processed yet. */
    public void left(Path file) {
        pauses.put(file, new Pause(FIRST.dividedBy(2), clock.instant().plus(BUSY)));
    }

    /** Forgets a file that has been processed. */
    public void forget(Path file) {
        pauses.remove(file);
    }

    private record Pause(Duration length, Instant until) {
        Pause longer(Instant now) {
            Duration twice = length.multipliedBy(2);
            Duration next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
            return new Pause(next, now.plus(next));
        }
    }
}
