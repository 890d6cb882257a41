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
 * Keeps the windows of all accounts full: claims blocks, commits a few of them to SUBMITTING, hands these to the senders of
 * the account whose turn it is, and has the outcomes written in blocks. Each {@link SmscChannel} has two slots for each place
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

    private final DispatchQueue queue;
    private final List<SmscChannel> smscChannels;
    private final ChannelSelector<SmscChannel> choice;
    private final NodeLease lease;
    private final Clock clock;
    private final Duration drain;
    private final ClaimBuffer claimBuffer;
    /** Reminders of which nobody knows whether they are SUBMITTING already; none of them has been handed out. */
    private final List<ClaimedReminder> doubtful = new ArrayList<>();

    private final InFlight inFlight = new InFlight();

    /** The lane that the doubtful ones have slots of. */
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
        // This thread alone takes slots, so that they are there.
        smscChannel.take(next.size());
        choice.given(smscChannel, next.size());
        meant = smscChannel;
        doubtful.addAll(next);
        return settleDoubts();
    }

    /** @return how many have been handed out; on an exception all stay in doubt and keep their slots */
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

    /** It is SUBMITTING, and its earlier try has not been let go of yet: it goes once that is over. */
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

    /** Stops taking, lets what is in flight be answered, and writes it down; what is not answered in time is UNKNOWN. */
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

    /** One at least: none would mean for ever. */
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
