package pl.kurenda.delivery;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slows the dispatch down where a refusal means more than one reminder. */
final class Brake {
    private static final Logger LOG = LoggerFactory.getLogger(Brake.class);
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong until = new AtomicLong(System.nanoTime());

    void press(SubmitVerdict verdict, String status) {
        switch (verdict) {
            case THROTTLED -> hold(SECOND);
            case BIND_BROKEN -> {
                if (hold(30 * SECOND)) {
                    LOG.error("The SMSC refuses everything on this bind ({}): dispatch stops for 30 s", status);
                }
            }
            case FOR_NOW, FOR_GOOD -> {
                // concerns the reminder alone
            }
        }
    }

    /** @return whether the brake was loose before */
    private boolean hold(long nanos) {
        long now = System.nanoTime();
        long before = until.getAndUpdate(old -> Math.max(old, now + nanos));
        return before <= now;
    }

    boolean loose() {
        return System.nanoTime() - until.get() >= 0;
    }
}
