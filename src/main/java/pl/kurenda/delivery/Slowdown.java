package pl.kurenda.delivery;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How fast an account is used while its SMSC takes less than it is given: half as fast after each sign of it and a second's
 * pause, then faster again by equal steps, within a minute up to where it was. Additive increase and multiplicative
 * decrease is what several senders need to share what there is without talking to each other.
 */
final class Slowdown {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long RECOVERY_SECONDS = 60;

    private final int rate;
    private final LongSupplier nanos;

    private long secondBegan;
    private long thisSecond;
    private long lastSecond;

    private volatile boolean active;
    private long since;
    private double limit;
    private double top;

    /**
     * @param rate segments a second as set; 0 for no limit
     * @param nanos a clock that cannot be set
     */
    Slowdown(int rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
        this.secondBegan = nanos.getAsLong();
    }

    /** A segment leaves. */
    synchronized void left() {
        turnSecond(nanos.getAsLong());
        thisSecond++;
    }

    private void turnSecond(long now) {
        if (now - secondBegan >= SECOND) {
            lastSecond = now - secondBegan < 2 * SECOND ? thisSecond : 0;
            thisSecond = 0;
            secondBegan = now;
        }
    }

    /** The SMSC has refused a segment as one too many. Those that were on their way with it count as one sign. */
    synchronized void throttled() {
        long now = nanos.getAsLong();
        if (active && now - since < SECOND) {
            return;
        }
        turnSecond(now);
        double speed = active(now) ? limit(now) : rate > 0 ? rate : Math.max(lastSecond, thisSecond);
        top = rate > 0 ? rate : active ? top : Math.max(2, 2 * speed);
        limit = Math.max(1, Math.min(speed, top) / 2);
        since = now;
        active = true;
    }

    private double limit(long now) {
        double seconds = (double) Math.max(0, now - since - SECOND) / SECOND;
        return limit + top / RECOVERY_SECONDS * seconds;
    }

    /** Whether it goes slower than set. */
    boolean active() {
        return active && active(nanos.getAsLong());
    }

    private synchronized boolean active(long now) {
        if (active && limit(now) >= top) {
            active = false;
        }
        return active;
    }

    /** Nanoseconds between two segments, 0 for no limit of its own. */
    synchronized long spacing() {
        long now = nanos.getAsLong();
        return active(now) ? (long) (SECOND / limit(now)) : 0;
    }

    /** The turn, or the end of the pause where that is later. */
    synchronized long notBefore(long turn) {
        long end = since + SECOND;
        return active && end - turn > 0 ? end : turn;
    }
}
