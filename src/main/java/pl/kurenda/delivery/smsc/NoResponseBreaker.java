package pl.kurenda.delivery.smsc;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kurenda.delivery.LogThrottle;
import pl.kurenda.delivery.account.SmscAccount;

/**
 * Holds an account back if its SMSC keeps the connection up but responds to no submit, because each submit would become
 * UNKNOWN. A place in the window whose submit had no response stays blocked until a response comes. If a whole window
 * had none, the account pauses and is then tried with one segment at a time.
 */
public final class NoResponseBreaker implements SmscLink {
    static final String SILENT = "SMSC_SILENT";
    private static final Logger LOG = LoggerFactory.getLogger(NoResponseBreaker.class);
    private static final long SHORTEST = TimeUnit.SECONDS.toNanos(10);
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(2);

    private final SmscLink link;
    private final SmscAccount account;
    private final LogThrottle logThrottle;
    private final LongSupplier nanos;
    private final int window;
    private int inFlight;
    /** How many submits had no response in time since the last response. */
    private volatile int unanswered;

    private long pause = SHORTEST;
    private long until;

    /** @param nanos a clock that cannot be set */
    public NoResponseBreaker(SmscLink link, SmscAccount account, LogThrottle logThrottle, LongSupplier nanos) {
        this.link = link;
        this.account = account;
        this.logThrottle = logThrottle;
        this.nanos = nanos;
        this.window = account.settings().window();
    }

    /** Whether to send one reminder at a time, because the SMSC may not be responding. */
    public boolean suspected() {
        return unanswered > 0;
    }

    /** Whether the account is to pause. */
    public boolean holds() {
        return unanswered >= window && pausing();
    }

    private synchronized boolean pausing() {
        return nanos.getAsLong() - until < 0;
    }

    @Override
    public boolean ready() {
        boolean ready = link.ready();
        if (!ready && unanswered > 0) {
            endPause();
        }
        return ready;
    }

    /** Ends the pause, so that a new connection is tried at once. */
    private synchronized void endPause() {
        until = nanos.getAsLong();
        pause = SHORTEST;
    }

    @Override
    public CompletableFuture<SubmitOutcome> submit(SegmentSubmit segment, Consumer<SubmitOutcome> late) {
        if (!enter()) {
            return CompletableFuture.completedFuture(new SubmitOutcome.NotSent(SILENT, false));
        }
        try {
            return link.submit(segment, answer -> {
                        answered();
                        late.accept(answer);
                    })
                    // returns the new stage: the next segment is not sent before this one has been counted
                    .whenComplete((outcome, failure) -> leave(outcome));
        } catch (RuntimeException unsent) {
            leave(null);
            throw unsent;
        }
    }

    private synchronized boolean enter() {
        boolean free = unanswered + inFlight < window || inFlight == 0 && !holds();
        if (free) {
            inFlight++;
        }
        return free;
    }

    private void leave(SubmitOutcome outcome) {
        synchronized (this) {
            inFlight--;
        }
        if (outcome instanceof SubmitOutcome.Accepted || outcome instanceof SubmitOutcome.Refused) {
            answered();
        } else if (outcome instanceof SubmitOutcome.Unknown && link.ready()) {
            // if the connection is gone, the bind handles it
            timedOut();
        }
    }

    private synchronized void answered() {
        if (unanswered >= window) {
            LOG.info("SMSC {} answers again", account.address());
        }
        unanswered = 0;
        pause = SHORTEST;
    }

    private synchronized void timedOut() {
        unanswered++;
        if (unanswered < window) {
            return;
        }
        until = nanos.getAsLong() + pause;
        if (logThrottle.due(account.name() + SILENT)) {
            LOG.error(
                    "ALARM: SMSC {} is connected and answers no submit. What it was sent last is UNKNOWN, all else stays queued; one"
                            + " is tried every {} s. Ask the operator.",
                    account.address(),
                    Duration.ofNanos(pause).toSeconds());
        }
        pause = Math.min(2 * pause, LONGEST);
    }

    @Override
    public void giveUp() {
        link.giveUp();
    }

    @Override
    public Optional<MessageStatus> query(MessageQuery query) {
        return link.query(query);
    }
}
