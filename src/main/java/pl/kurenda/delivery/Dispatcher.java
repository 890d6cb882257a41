package pl.kurenda.delivery;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.Claimed;
import pl.kurenda.ledger.Dispatches;
import pl.kurenda.ledger.NodeLease;
import pl.kurenda.ledger.SubmitReport;

/**
 * Keeps the window of the SMSC full: claims blocks, commits a few of them to SUBMITTING, hands these to as many senders
 * as the window has places, and has the outcomes written in blocks. A slot is taken from before SUBMITTING until the
 * outcome is committed, and there are two slots for each place in the window: so never more than 2 × window reminders
 * of this node are SUBMITTING, and never more can be UNKNOWN after a crash.
 */
@Component
class Dispatcher implements SmartLifecycle {
    private static final int CLAIM = 500;
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long DRAIN_SECONDS = 25;
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Dispatches queue;
    private final SmscLink link;
    private final Submitter submitter;
    private final SendWindows windows;
    private final NodeLease lease;
    private final Clock clock;
    private final int window;
    private final Brake brake = new Brake();
    private final Deque<Claimed> claimed = new ArrayDeque<>();
    /** Reminders of which nobody knows whether they are SUBMITTING already; none of them has been handed out. */
    private final List<Claimed> doubtful = new ArrayList<>();
    /** What the senders and the writer have: a reminder is never handed out twice. */
    private final Set<Long> handedOut = ConcurrentHashMap.newKeySet();

    private boolean lostTrack;
    private final Semaphore slots;
    private final OutcomeWriter writer;
    private volatile boolean running;
    private ExecutorService senders;
    private Thread pump;
    private Thread writing;

    Dispatcher(
            Dispatches queue,
            SmscLink link,
            Submitter submitter,
            SendWindows windows,
            NodeLease lease,
            SmscSettings settings,
            Clock clock) {
        this.queue = queue;
        this.link = link;
        this.submitter = submitter;
        this.windows = windows;
        this.lease = lease;
        this.clock = clock;
        this.window = settings.window();
        this.slots = new Semaphore(2 * window);
        this.writer = new OutcomeWriter(queue, this::written);
    }

    @Override
    public void start() {
        running = true;
        senders = Executors.newFixedThreadPool(window, task -> new Thread(task, "sender"));
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
        giveBack();
    }

    /** @return whether there was something to do */
    private boolean step() {
        settleDoubts();
        if (!lease.valid() || !link.ready() || !brake.loose()) {
            giveBack();
            return false;
        }
        int places = Math.min(slots.availablePermits(), window);
        if (places == 0) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
            return true;
        }
        return submit(places) > 0;
    }

    private int submit(int places) {
        if (claimed.isEmpty()) {
            claim();
        }
        List<Claimed> next = new ArrayList<>(places);
        while (next.size() < places && !claimed.isEmpty()) {
            next.add(claimed.poll());
        }
        List<Claimed> closed =
                next.stream().filter(c -> !windows.isOpen(c.source())).toList();
        next.removeAll(closed);
        if (!closed.isEmpty()) {
            giveBack(closed);
        }
        // This thread alone takes slots, so that they are there.
        slots.acquireUninterruptibly(next.size());
        doubtful.addAll(next);
        return settleDoubts();
    }

    /** After a failure the database may hold claims that never arrived here: they are given back before the next. */
    private void claim() {
        if (lostTrack) {
            queue.giveBackAll();
        }
        lostTrack = true;
        claimed.addAll(queue.claim(CLAIM, windows::isOpen));
        lostTrack = false;
    }

    /** @return how many have been handed out; on an exception all stay in doubt and keep their slots */
    private int settleDoubts() {
        if (doubtful.isEmpty()) {
            return 0;
        }
        List<Claimed> mine = queue.submitting(doubtful).stream()
                .filter(reminder -> handedOut.add(reminder.id()))
                .toList();
        mine.forEach(reminder -> senders.execute(() -> send(reminder)));
        int settled = doubtful.size();
        doubtful.clear();
        slots.release(settled - mine.size());
        return mine.size();
    }

    private void send(Claimed reminder) {
        writer.add(submitter.submit(reminder, () -> running, brake));
    }

    private void written(List<SubmitReport> reports) {
        reports.forEach(report -> handedOut.remove(report.reminderId()));
        slots.release(reports.size());
    }

    private void giveBack() {
        if (!claimed.isEmpty()) {
            List<Claimed> back = List.copyOf(claimed);
            claimed.clear();
            giveBack(back);
        }
    }

    private void giveBack(List<Claimed> back) {
        lostTrack = true;
        queue.giveBack(back, clock.instant());
        lostTrack = false;
    }

    /** Stops taking, lets what is in flight be answered, and writes it down; what is not answered in time is UNKNOWN. */
    @Override
    public void stop() {
        running = false;
        try {
            pump.join(TimeUnit.SECONDS.toMillis(DRAIN_SECONDS));
            senders.shutdown();
            if (!senders.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Some submits were not answered before the stop; they will be UNKNOWN");
            }
            writer.finish();
            writing.join(TimeUnit.SECONDS.toMillis(DRAIN_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
