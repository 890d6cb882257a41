package pl.kurenda.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import pl.kurenda.ledger.NodeLease;

/** Lets a segment go when its turn has come, and only while it may still leave. */
final class Departures {
    private final RateLimiter rate;
    private final NodeLease lease;
    private final SendWindows windows;

    Departures(RateLimiter rate, NodeLease lease, SendWindows windows) {
        this.rate = rate;
        this.lease = lease;
        this.windows = windows;
    }

    /** Waits for the turn and says why the segment may not leave, if so; asked again right before each submit. */
    Optional<SubmitOutcome> refusal(String source, BooleanSupplier goOn) {
        BooleanSupplier may = () -> goOn.getAsBoolean() && lease.valid();
        boolean turn;
        try {
            turn = rate.acquire(may);
        } catch (RuntimeException databaseAway) {
            return notSent("NO_SHARE_OF_THE_RATE");
        }
        if (!may.getAsBoolean()) {
            return notSent("STOPPING");
        }
        if (!turn) {
            return notSent("NO_TURN");
        }
        return windows.isOpen(source) ? Optional.empty() : notSent("WINDOW_CLOSED");
    }

    private static Optional<SubmitOutcome> notSent(String why) {
        return Optional.of(new SubmitOutcome.NotSent(why, false));
    }

    Duration validity(String source, Duration asked) {
        return windows.validity(source, asked);
    }

    /** How many segments may leave within this time. */
    long within(Duration time) {
        return rate.within(time.toNanos());
    }
}
