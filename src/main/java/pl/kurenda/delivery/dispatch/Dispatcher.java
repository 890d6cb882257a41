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
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.DispatchQueue;
import pl.kurenda.ledger.dispatch.SubmitReport;

/**
 * Keeps the windows of all accounts full: claims blocks, commits a few reminders to SUBMITTING, hands them to the
 * sender of the account whose turn it is, and has the outcomes written in blocks. Each {@link SmscChannel} has two
 * slots for each place in its window. So at most 2 × the sum of the windows are SUBMITTING on this node, and at most as
 * many can be UNKNOWN after a crash.
 */
@Component
public class Dispatcher implements SmartLifecycle, Traffic {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long FULL_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final Duration IN_HAND_PAUSE = Duration.ofSeconds(1);
    private static final long GIVE_UP_MILLIS = 2000;
    private static final long RECORD_MILLIS = 3000;
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final DispatchQueue queue;
    private final List<SmscChannel> smscChannels;
    private final ChannelSelector<SmscChannel> choice;
    private final NodeLease lease;
    private final Clock clock;
    private final Duration drain;
    private final ClaimBuffer claimBuffer;
    /** Reminders that may or may not be SUBMITTING already. None of them has been handed out. */
    private final List<ClaimedReminder> doubtful = new ArrayList<>();

    private final InFlight inFlight = new InFlight();

    /** The channel whose slots the doubtful reminders hold. */
    private SmscChannel meant;

    private final OutcomeWriter writer;
    private volatile boolean running;
    private Thread pump;
    private Thread writing;

    Dispatcher(
            DispatchQueue queue,
            OutcomeChannel outcomes,
            SmscChannels smscChannels,
            SendWindows windows,
            NodeLease lease,
            DeliverySettings settings,
            Clock clock) {
        this.queue = queue;
        this.smscChannels = smscChannels.all();
        this.choice = new ChannelSelector<>(this.smscChannels);
        this.claimBuffer = new ClaimBuffer(queue, windows, clock);
        this.lease = lease;
        this.clock = clock;
        this.drain = settings.drain();
        this.writer = new OutcomeWriter(outcomes, inFlight::half, inFlight::written);
    }

    @Override
    public void start() {
        running = true;
        smscChannels.forEach(SmscChannel::start);
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
        claimBuffer.giveBack();
    }

    /** @return whether there was something to do */
    private boolean step() {
        settleDoubts();
        if (!lease.valid() || choice.noneUsable()) {
            claimBuffer.giveBack();
            return false;
        }
        Optional<SmscChannel> smscChannel = choice.pick();
        if (smscChannel.isEmpty()) {
            LockSupport.parkNanos(FULL_NANOS);
            return true;
        }
        return submit(smscChannel.get(), smscChannel.get().places()) > 0;
    }

    private int submit(SmscChannel smscChannel, int places) {
        List<ClaimedReminder> next = claimBuffer.next(places);
        // Only this thread takes slots, so they are free.
        smscChannel.take(next.size());
        choice.given(smscChannel, next.size());
        meant = smscChannel;
        doubtful.addAll(next);
        return settleDoubts();
    }

    /** @return how many were handed out; on an exception all stay in doubt and keep their slots */
    private int settleDoubts() {
        if (doubtful.isEmpty()) {
            return 0;
        }
        SmscChannel smscChannel = meant;
        List<ClaimedReminder> submitting = queue.submitting(doubtful);
        for (ClaimedReminder reminder : submitting) {
            if (inFlight.add(reminder.id(), smscChannel)) {
                smscChannel.send(reminder, () -> running, writer::add);
            } else {
                bringBack(reminder, smscChannel);
            }
        }
        int settled = submitting.size();
        smscChannel.release(doubtful.size() - settled);
        doubtful.clear();
        return settled;
    }

    /**
     * Returns a SUBMITTING reminder to the queue because its earlier try is not released yet. It is sent once that is
     * over.
     */
    private void bringBack(ClaimedReminder reminder, SmscChannel smscChannel) {
        SubmitReport unsent = new SubmitReport(
                reminder.id(),
                reminder.fence(),
                ReminderState.QUEUED,
                "STILL_IN_HAND",
                clock.instant().plus(IN_HAND_PAUSE),
                List.of());
        inFlight.bringBack(unsent, smscChannel);
        writer.add(unsent);
    }

    /**
     * Stops taking reminders, waits for the responses to what is in flight, and records them. What has no response in
     * time is UNKNOWN.
     */
    @Override
    public void stop() {
        running = false;
        try {
            long end = System.nanoTime() + drain.toNanos();
            pump.join(millisTo(end));
            smscChannels.forEach(SmscChannel::finish);
            for (SmscChannel smscChannel : smscChannels) {
                if (!smscChannel.drained(millisTo(end))) {
                    LOG.warn(
                            "Some submits were not answered within {} s of the stop; they are UNKNOWN",
                            drain.toSeconds());
                    smscChannel.giveUp();
                    smscChannel.drained(GIVE_UP_MILLIS);
                }
            }
            writer.finish();
            writing.join(RECORD_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** At least one, because zero would mean waiting for ever. */
    private static long millisTo(long end) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    @Override
    public boolean busy() {
        return !inFlight.none();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
