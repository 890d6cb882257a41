package pl.kurenda.delivery.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import pl.kurenda.delivery.rate.RateLimiter;
import pl.kurenda.delivery.smsc.SubmitOutcome;
import pl.kurenda.delivery.window.SendWindows;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.dispatch.ClaimedReminder;

/** Lets a segment leave when its turn has come, and only while it may still be sent. */
final class SubmitPermit {
    private final RateLimiter rate;
    private final NodeLease lease;
    private final SendWindows windows;
    private final Clock clock;

    SubmitPermit(RateLimiter rate, NodeLease lease, SendWindows windows, Clock clock) {
        this.clock = clock;
        this.rate = rate;
        this.lease = lease;
        this.windows = windows;
    }

    /**
     * Waits for the turn. Called right before each submit.
     *
     * @param asked how long the SMSC is asked to try
     */
    Leave leave(ClaimedReminder reminder, Duration asked, BooleanSupplier goOn) {
        BooleanSupplier may = () -> goOn.getAsBoolean() && lease.valid();
        boolean turn;
        try {
            turn = rate.acquire(may);
        } catch (RuntimeException databaseAway) {
            return Leave.refused("NO_SHARE_OF_THE_RATE");
        }
        if (!may.getAsBoolean()) {
            return Leave.refused("STOPPING");
        }
        if (!turn) {
            return Leave.refused("NO_TURN");
        }
        Duration worth = Duration.between(clock.instant(), reminder.notAfter());
        if (worth.isNegative()) {
            return Leave.refused("NOT_SENT_IN_TIME");
        }
        return windows.validity(reminder.source(), shorter(asked, longer(worth, SendWindows.LEAST)))
                .map(Leave::granted)
                .orElseGet(() -> Leave.refused("WINDOW_CLOSED"));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    /** How many segments may leave within this time. */
    long within(Duration time) {
        return rate.within(time.toNanos());
    }

    /**
     * Whether a segment may leave.
     *
     * @param refusal why it may not leave; null if it may
     * @param validity how long the SMSC may try, as of the check
     */
    record Leave(SubmitOutcome refusal, Duration validity) {
        static Leave granted(Duration validity) {
            return new Leave(null, validity);
        }

        static Leave refused(String why) {
            return new Leave(new SubmitOutcome.NotSent(why, false), null);
        }
    }
}
