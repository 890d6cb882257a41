package pl.kurenda.delivery.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.DeliverySettings;
import pl.kurenda.delivery.Traffic;
import pl.kurenda.delivery.window.SendWindows;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.dispatch.Claimed;
import pl.kurenda.ledger.dispatch.Dispatches;
import pl.kurenda.ledger.dispatch.SubmitReport;

/**
 * Keeps the windows of all accounts full: claims blocks, commits a few of them to SUBMITTING, hands these to the senders of
 * the account whose turn it is, and has the outcomes written in blocks. Each {@link Lane} has two slots for each place
 * in its window: so never more than 2 × the sum of the windows are SUBMITTING on this node, and never more can be UNKNOWN
 * after a crash.
 */
@Component
public class Dispatcher implements SmartLifecycle, Traffic {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long FULL_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final Duration IN_HAND_PAUSE = Duration.ofSeconds(1);
    private static final long GIVE_UP_MILLIS = 2000;
    private static final long RECORD_MILLIS = 3000;
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Dispatches queue;
    private final List<Lane> lanes;
    private final LaneChoice<Lane> choice;
    private final NodeLease lease;
    private final Clock clock;
    private final Duration drain;
    private final Supply supply;
    /** Reminders of which nobody knows whether they are SUBMITTING already; none of them has been handed out. */
    private final List<Claimed> doubtful = new ArrayList<>();

    private final HandedOut handedOut = new HandedOut();

    /** The lane that the doubtful ones have slots of. */
    private Lane meant;

    private final OutcomeWriter writer;
    private volatile boolean running;
    private Thread pump;
    private Thread writing;

    Dispatcher(
            Dispatches queue,
            OutcomeChannel outcomes,
            Lanes lanes,
            SendWindows windows,
            NodeLease lease,
            DeliverySettings settings,
            Clock clock) {
        this.queue = queue;
        this.lanes = lanes.all();
        this.choice = new LaneChoice<>(this.lanes);
        this.supply = new Supply(queue, windows, clock);
        this.lease = lease;
        this.clock = clock;
        this.drain = settings.drain();
        this.writer = new OutcomeWriter(outcomes, handedOut::half, handedOut::written);
    }

    @Override
    public void start() {
        running = true;
        lanes.forEach(Lane::start);
        writing = new Thread(writer, "outcomes");
        writing.start();
        pump = new Thread(this::pump, "dispatch");
        pump.start();
    }

    private void pump() {
        while (running) {
            try {
                if (!step()) {
                    LockSupport.parkNanos(POLL_NANOS);
                }
            } catch (RuntimeException e) {
                LOG.error("Dispatch pauses: {}", e.getClass().getSimpleName());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
        supply.giveBack();
    }

    /** @return whether there was something to do */
    private boolean step() {
        settleDoubts();
        if (!lease.valid() || choice.noneUsable()) {
            supply.giveBack();
            return false;
        }
        Optional<Lane> lane = choice.pick();
        if (lane.isEmpty()) {
            LockSupport.parkNanos(FULL_NANOS);
            return true;
        }
        return submit(lane.get(), lane.get().places()) > 0;
    }

    private int submit(Lane lane, int places) {
        List<Claimed> next = supply.next(places);
        // This thread alone takes slots, so that they are there.
        lane.take(next.size());
        choice.given(lane, next.size());
        meant = lane;
        doubtful.addAll(next);
        return settleDoubts();
    }

    /** @return how many have been handed out; on an exception all stay in doubt and keep their slots */
    private int settleDoubts() {
        if (doubtful.isEmpty()) {
            return 0;
        }
        Lane lane = meant;
        List<Claimed> submitting = queue.submitting(doubtful);
        for (Claimed reminder : submitting) {
            if (handedOut.add(reminder.id(), lane)) {
                lane.send(reminder, () -> running, writer::add);
            } else {
                bringBack(reminder, lane);
            }
        }
        int settled = submitting.size();
        lane.release(doubtful.size() - settled);
        doubtful.clear();
        return settled;
    }

    /** It is SUBMITTING, and its earlier try has not been let go of yet: it goes once that is over. */
    private void bringBack(Claimed reminder, Lane lane) {
        SubmitReport unsent = new SubmitReport(
                reminder.id(),
                reminder.fence(),
                ReminderState.QUEUED,
                "STILL_IN_HAND",
                clock.instant().plus(IN_HAND_PAUSE),
                List.of());
        handedOut.bringBack(unsent, lane);
        writer.add(unsent);
    }

    /** Stops taking, lets what is in flight be answered, and writes it down; what is not answered in time is UNKNOWN. */
    @Override
    public void stop() {
        running = false;
        try {
            long end = System.nanoTime() + drain.toNanos();
            pump.join(millisTo(end));
            lanes.forEach(Lane::finish);
            for (Lane lane : lanes) {
                if (!lane.drained(millisTo(end))) {
                    LOG.warn(
                            "Some submits were not answered within {} s of the stop; they are UNKNOWN",
                            drain.toSeconds());
                    lane.giveUp();
                    lane.drained(GIVE_UP_MILLIS);
                }
            }
            writer.finish();
            writing.join(RECORD_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One at least: none would mean for ever. */
    private static long millisTo(long end) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    @Override
    public boolean busy() {
        return !handedOut.none();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
