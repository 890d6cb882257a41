package pl.kurenda.delivery.rate;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Spaces the segments of an account evenly, so that no second has more of them than the operator allows. It does not
 * catch up after a pause, and a thread that wakes late catches up by 10 ms at most. This is own code because the
 * available libraries allow bursts, which operators count as a breach.
 */
public final class RateLimiter {
    private static final long LAG = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
    /** A shorter wait, so that another account can take what this one is too slow for. */
    private static final long PATIENCE_WHILE_SLOWED = TimeUnit.SECONDS.toNanos(2);

    private final RateSlots rateSlots;
    private final AdaptiveThrottle adaptiveThrottle;
    private final ReentrantLock line = new ReentrantLock(true);
    private long next = System.nanoTime();

    public RateLimiter(RateSlots rateSlots, AdaptiveThrottle adaptiveThrottle) {
        this.rateSlots = rateSlots;
        this.adaptiveThrottle = adaptiveThrottle;
    }

    /**
     * Waits for the caller's turn, up to ten seconds; while the account is slowed down, up to two.
     *
     * @param goOn asked during the wait
     * @return whether the turn has come; false if it is too far off or sending has to stop
     * @throws RuntimeException if the node's share of the rate cannot be found out
     */
    public boolean acquire(BooleanSupplier goOn) {
        long arrival = System.nanoTime();
        if (spacing() == 0) {
            adaptiveThrottle.left();
            return goOn.getAsBoolean();
        }
        if (!enter(arrival, goOn)) {
            return false;
        }
        try {
            return await(arrival, goOn);
        } finally {
            line.unlock();
        }
    }

    /** How many segments may leave within this time; a very large number if there is no limit. */
    public long within(long nanos) {
        long spacing = spacing();
        return spacing == 0 ? Integer.MAX_VALUE : Math.max(1, nanos / spacing);
    }

    private long spacing() {
        return Math.max(rateSlots.spacing(), adaptiveThrottle.active() ? adaptiveThrottle.spacing() : 0);
    }

    private boolean enter(long arrival, BooleanSupplier goOn) {
        try {
            while (patient(arrival) && goOn.getAsBoolean()) {
                if (line.tryLock(LOOK, TimeUnit.NANOSECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean await(long arrival, BooleanSupplier goOn) {
        long turn = next - arrival > 0 ? next : arrival;
        while (patient(arrival)
                && goOn.getAsBoolean()
                && !Thread.currentThread().isInterrupted()) {
            long now = System.nanoTime();
            turn = rateSlots.notBefore(adaptiveThrottle.notBefore(now - turn > LAG ? now - LAG : turn));
            long wait = turn - System.nanoTime();
            if (wait <= 0) {
                next = turn + spacing();
                adaptiveThrottle.left();
                return true;
            }
            LockSupport.parkNanos(Math.min(wait, LOOK));
        }
        return false;
    }

    private boolean patient(long arrival) {
        return System.nanoTime() - arrival < (adaptiveThrottle.active() ? PATIENCE_WHILE_SLOWED : PATIENCE);
    }
}
