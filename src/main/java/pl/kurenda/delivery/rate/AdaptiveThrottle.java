package pl.kurenda.delivery.rate;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How fast an account is used while its SMSC takes less than it is given: slower after each sign of it by half the share of
 * segments that it refuses (a tenth at least), and with a second's pause while it refuses most of them; then faster again by
 * equal steps, within a minute up to where it was. Additive increase and multiplicative decrease is what several senders
 * need to share what there is without talking to each other; the share (as in DCTCP, RFC 8257) lets an SMSC that refuses
 * one in ten keep most of its traffic, and one that refuses all of them be left alone at once.
 */
public final class AdaptiveThrottle {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long RECOVERY_SECONDS = 60;
    private static final double LEAST_CUT = 0.1;
    /** The share is that of about so many answers before. */
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
     * @param rate segments a second as set; 0 for no limit
     * @param nanos a clock that cannot be set
     */
    public AdaptiveThrottle(int rate, LongSupplier nanos) {
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

    /** The SMSC has taken a segment. */
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
     * The SMSC has refused a segment as one too many. Those within a second of the first count as one sign, which weighs as
     * much as the share of them.
     *
     * @return whether it refuses most of what it is given, so that nothing should leave for a second
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

    /** Whether it goes slower than set. */
    public boolean active() {
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
        return active && pausedUntil - turn > 0 ? pausedUntil : turn;
    }
}
