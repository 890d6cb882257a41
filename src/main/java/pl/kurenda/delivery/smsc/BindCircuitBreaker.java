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
 * Stops or slows an account if a response concerns more than one reminder. A broken bind is left alone for 30 s, and
 * then tried with one reminder at a time until one is accepted.
 */
public final class BindCircuitBreaker {
    private static final Logger LOG = LoggerFactory.getLogger(BindCircuitBreaker.class);
    private static final long SECOND = 1_000_000_000L;
    private static final long BROKEN_SECONDS = 30;
    /** After this many rejected reminders, the cause is taken to be the settings or the operator. */
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

    /** Records that the SMSC has accepted a segment, which shows that the bind works again. */
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
     * Whether this status, which concerns the sender, has come so often without an accepted segment that the reminders
     * are not the cause.
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

    /** Whether to send one reminder at a time, because it is not known whether the bind works again. */
    public boolean probing() {
        return broken != null;
    }

    /** The status with which everything is refused, or null. */
    public String broken() {
        return broken;
    }
}
