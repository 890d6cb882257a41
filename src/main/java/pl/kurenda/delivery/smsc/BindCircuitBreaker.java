package pl.kurenda.delivery.smsc;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kurenda.delivery.LogThrottle;
import pl.kurenda.delivery.account.SmscAddress;
import pl.kurenda.delivery.account.SubmitVerdict;
import pl.kurenda.delivery.rate.AdaptiveThrottle;

/**
 * Stops or slows an account where an answer means more than one reminder. A bind that is broken is left alone for 30 s, and
 * then tried with one reminder at a time until one is accepted.
 */
public final class BindCircuitBreaker {
    private static final Logger LOG = LoggerFactory.getLogger(BindCircuitBreaker.class);
    private static final long SECOND = 1_000_000_000L;
    private static final long BROKEN_SECONDS = 30;
    /** So many reminders are rejected before it is taken for what the settings or the operator do wrong. */
    private static final int ENOUGH = 20;

    private final SmscAddress smsc;
    private final AdaptiveThrottle adaptiveThrottle;
    private final LogThrottle logThrottle;
    private final LongSupplier nanos;
    private final AtomicLong until;
    private volatile String broken;
    private int last;
    private volatile int repeats;

    /** @param nanos a clock that cannot be set */
    public BindCircuitBreaker(
            SmscAddress smsc, AdaptiveThrottle adaptiveThrottle, LogThrottle logThrottle, LongSupplier nanos) {
        this.smsc = smsc;
        this.adaptiveThrottle = adaptiveThrottle;
        this.logThrottle = logThrottle;
        this.nanos = nanos;
        this.until = new AtomicLong(nanos.getAsLong());
    }

    /** The SMSC has accepted a segment: whatever was broken is mended. */
    public void accepted() {
        adaptiveThrottle.accepted();
        if (repeats > 0) {
            repeats = 0;
        }
        if (broken != null) {
            broken = null;
            LOG.info("SMSC {} accepts messages again", smsc);
        }
    }

    /**
     * Whether this status, which says something about the sender, has come so often without a segment being accepted that
     * it is no fault of the reminders.
     */
    public synchronized boolean repeated(int status) {
        repeats = status == last ? repeats + 1 : 1;
        last = status;
        return repeats > ENOUGH;
    }

    public void refused(SubmitVerdict verdict, String status) {
        switch (verdict) {
            case THROTTLED -> {
                if (adaptiveThrottle.throttled()) {
                    hold(SECOND);
                }
            }
            case BIND_BROKEN -> {
                hold(BROKEN_SECONDS * SECOND);
                broken = status;
                if (logThrottle.due(smsc.name() + status)) {
                    LOG.error(
                            "ALARM: SMSC {} refuses everything on this bind ({}). Nothing is lost: all stays queued and is"
                                    + " tried every {} s. Ask the operator.",
                            smsc,
                            status,
                            BROKEN_SECONDS);
                }
            }
            case ACCEPTED, FOR_NOW, FOR_GOOD -> {
                // concerns the reminder alone
            }
        }
    }

    private void hold(long time) {
        long end = nanos.getAsLong() + time;
        until.accumulateAndGet(end, (old, asked) -> asked - old > 0 ? asked : old);
    }

    public boolean loose() {
        return nanos.getAsLong() - until.get() >= 0;
    }

    /** Whether one reminder at a time is enough for now: nobody knows whether the bind is mended. */
    public boolean probing() {
        return broken != null;
    }

    /** The status with which everything is refused, or null. */
    public String broken() {
        return broken;
    }
}
