package pl.kurenda.delivery.rate;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Slows an account down while its SMSC accepts less than it is sent. After each sign of congestion the rate drops by
 * half the share of segments that the SMSC refuses, but at least by a tenth. While the SMSC refuses most of them,
 * sending pauses for a second. The rate then rises in equal steps and is back where it was within a minute.
 *
 * <p>Additive increase and multiplicative decrease lets several senders share a limit without talking to each other.
 * The share (as in DCTCP, RFC 8257) lets an SMSC that refuses one segment in ten keep most of its traffic, and stops
 * traffic at once to one that refuses all of them.
 */
public final class AdaptiveThrottle {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long RECOVERY_SECONDS = 60;
    private static final double LEAST_CUT = 0.1;
    /** The refused share is measured over about this many responses. */
    private static final int MEMORY = 16;

    private static final double NONE = 0.001;

    private final int rate;
    private final LongSupplier nanos;

    private long secondBegan;
    private long thisSecond;
    private long lastSecond;

    private volatile boolean active;
    private volatile double refusing;
    private long since;
    private long pausedUntil;
    private double before;
    private double limit;
    private double top;

    /**
     * @param rate configured segments a second; 0 for no limit
     * @param nanos a clock that cannot be set
     */
    public AdaptiveThrottle(int rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
        this.secondBegan = nanos.getAsLong();
    }

    /** Records that a segment leaves. */
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

    /** Records that the SMSC has accepted a segment. */
    public void accepted() {
        if (refusing > 0) {
            remember(0);
        }
    }

    private synchronized void remember(int refused) {
        double share = refusing + (refused - refusing) / MEMORY;
        refusing = share < NONE ? 0 : share;
    }

    /**
     * Records that the SMSC has refused a segment because of throttling. All refusals within a second of the first
     * count as one sign of congestion, weighted by their share.
     *
     * @return whether the SMSC refuses most segments, so that nothing should leave for a second
     */
    public synchronized boolean throttled() {
        long now = nanos.getAsLong();
        remember(1);
        if (!active || now - since >= SECOND) {
            newSign(now);
        }
        limit = Math.max(1, Math.min(limit, before * (1 - Math.max(LEAST_CUT, refusing / 2))));
        boolean most = refusing > 0.5;
        if (most) {
            pausedUntil = now + SECOND;
        }
        return most;
    }

    private void newSign(long now) {
        turnSecond(now);
        double speed = active(now) ? limit(now) : rate > 0 ? rate : Math.max(lastSecond, thisSecond);
        top = rate > 0 ? rate : active ? top : Math.max(2, 2 * speed);
        before = Math.min(speed, top);
        limit = before;
        since = now;
        pausedUntil = now;
        active = true;
    }

    private double limit(long now) {
        long began = pausedUntil - since > 0 ? pausedUntil : since;
        double seconds = (double) Math.max(0, now - began) / SECOND;
        return limit + top / RECOVERY_SECONDS * seconds;
    }

    /** Whether the account sends more slowly than its configured rate. */
    public boolean active() {
        return active && active(nanos.getAsLong());
    }

    private synchronized boolean active(long now) {
        if (active && limit(now) >= top) {
            active = false;
        }
        return active;
    }

    /** Nanoseconds between two segments; 0 if this class sets no limit. */
    synchronized long spacing() {
        long now = nanos.getAsLong();
        return active(now) ? (long) (SECOND / limit(now)) : 0;
    }

    /** The later of the turn and the end of the pause. */
    synchronized long notBefore(long turn) {
        return active && pausedUntil - turn > 0 ? pausedUntil : turn;
    }
}
