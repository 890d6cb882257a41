package pl.kurenda.delivery;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Spaces submits evenly, so that no second has more of them than the operator allows. Own code: the libraries at hand
 * allow bursts, which operators count as a breach.
 */
final class RateLimiter {
    private final long spacing;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    /** @param perSecond at most so many a second; 0 for no limit */
    RateLimiter(int perSecond) {
        this.spacing = perSecond == 0 ? 0 : 1_000_000_000L / perSecond;
    }

    /** Waits for the caller's turn. */
    void acquire() {
        if (spacing == 0) {
            return;
        }
        long turn = next.getAndUpdate(t -> Math.max(t, System.nanoTime()) + spacing);
        // the turn is that of the value which the update has replaced, or now where that is past
        for (long wait = turn - System.nanoTime();
                wait > 0 && !Thread.currentThread().isInterrupted(); ) {
            LockSupport.parkNanos(wait);
            wait = turn - System.nanoTime();
        }
    }
}
