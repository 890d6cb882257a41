package pl.kurenda.delivery.dispatch;

import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kurenda.delivery.smsc.NoResponse;
import pl.kurenda.delivery.smsc.SubmitOutcome;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.SubmitReport;

/**
 * Sends reminders and keeps no more segments in flight than the window allows. One thread sends and does not wait for
 * responses: with one thread per place, each segment would cost two wake-ups.
 */
final class ChannelSender {
    private static final long LOOK_MILLIS = 100;
    private static final Logger LOG = LoggerFactory.getLogger(ChannelSender.class);

    private final Submitter submitter;
    private final Semaphore places;
    private final BlockingDeque<Task> tasks = new LinkedBlockingDeque<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Thread thread;
    private volatile boolean finishing;
    private volatile boolean waitsForItsTurn;

    ChannelSender(String name, Submitter submitter, int window) {
        this.submitter = submitter;
        this.places = new Semaphore(window);
        this.thread = new Thread(this::run, name);
    }

    void start() {
        thread.start();
    }

    /**
     * @param goOn whether this daemon may still send
     * @param report receives the outcome of the reminder; a second time if a response comes late
     */
    void add(ClaimedReminder reminder, BooleanSupplier goOn, Consumer<SubmitReport> report) {
        open.incrementAndGet();
        tasks.add(new Task(new ReminderInFlight(reminder), goOn, report, new Lateness()));
    }

    private void run() {
        while (!finishing || open.get() > 0) {
            try {
                Task task = tasks.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (task != null) {
                    waitsForItsTurn = true;
                    step(task);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                waitsForItsTurn = false;
            }
        }
    }

    /** Segments that have not left yet. */
    int waiting() {
        return tasks.size() + (waitsForItsTurn ? 1 : 0);
    }

    private void step(Task task) throws InterruptedException {
        if (task.submission().ended()) {
            end(task);
            return;
        }
        if (!place()) {
            answered(task, new SubmitOutcome.NotSent("STOPPING", false));
            return;
        }
        try {
            submitter
                    .send(task.submission(), task.goOn(), outcome -> late(task, outcome))
                    .whenComplete((outcome, failure) -> {
                        places.release();
                        answered(task, failure == null ? outcome : new SubmitOutcome.Unknown(NoResponse.FAILED.name()));
                    });
        } catch (RuntimeException unsent) {
            LOG.error("A segment could not be made: {}", unsent.getClass().getSimpleName());
            places.release();
            answered(task, new SubmitOutcome.NotSent(unsent.getClass().getSimpleName(), true));
        }
    }

    /** Waits for a place in the window. A stop does not wait for reminders whose turn has not come. */
    private boolean place() throws InterruptedException {
        while (!finishing) {
            if (places.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return places.tryAcquire();
    }

    private void answered(Task task, SubmitOutcome outcome) {
        submitter.answered(task.submission(), outcome);
        if (task.submission().ended()) {
            end(task);
        } else {
            tasks.addFirst(task);
        }
    }

    private void late(Task task, SubmitOutcome outcome) {
        if (!task.lateness().waits(outcome)) {
            submitter.late(task.submission(), outcome).ifPresent(task.report());
        }
    }

    private void end(Task task) {
        task.report().accept(submitter.report(task.submission()));
        task.lateness()
                .end()
                .ifPresent(outcome -> submitter.late(task.submission(), outcome).ifPresent(task.report()));
        open.decrementAndGet();
    }

    /** Ends once everything that was added has its outcome. */
    void finish() {
        finishing = true;
    }

    /** @return whether it has ended within this time */
    boolean ended(long millis) throws InterruptedException {
        thread.join(millis);
        return !thread.isAlive();
    }

    private record Task(
            ReminderInFlight submission, BooleanSupplier goOn, Consumer<SubmitReport> report, Lateness lateness) {}

    /**
     * Holds a response that arrives just after its time-out until the time-out is reported, so that the reports keep
     * their order.
     */
    private static final class Lateness {
        private boolean ended;
        private SubmitOutcome kept;

        synchronized boolean waits(SubmitOutcome outcome) {
            if (!ended) {
                kept = outcome;
            }
            return !ended;
        }

        synchronized Optional<SubmitOutcome> end() {
            ended = true;
            return Optional.ofNullable(kept);
        }
    }
}
