package pl.kurenda.delivery.dispatch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import pl.kurenda.delivery.account.SmscAccount;
import pl.kurenda.delivery.rate.Slowdown;
import pl.kurenda.delivery.smsc.Brake;
import pl.kurenda.delivery.smsc.Silence;
import pl.kurenda.delivery.smsc.SmscCondition;
import pl.kurenda.ledger.dispatch.Claimed;
import pl.kurenda.ledger.dispatch.SubmitReport;

/**
 * One account as the dispatch uses it: a sender that keeps its window full, and two slots for each place of it. A slot is
 * taken from before SUBMITTING until the outcome is committed.
 */
public final class Lane implements LaneChoice.Candidate {
    /** No more waits than can leave in this time: what is SUBMITTING must not lie about. */
    private static final Duration AHEAD = Duration.ofMillis(200);

    private final SmscAccount account;
    private final Silence link;
    private final Departures departures;
    private final Brake brake;
    private final Slowdown slowdown;
    private final int window;
    private final Semaphore slots;
    private final LaneSender sender;
    private volatile boolean byHand;

    public Lane(
            SmscAccount account,
            Silence link,
            Submitter submitter,
            Departures departures,
            Brake brake,
            Slowdown slowdown) {
        this.account = account;
        this.link = link;
        this.departures = departures;
        this.brake = brake;
        this.slowdown = slowdown;
        this.window = account.settings().window();
        this.slots = new Semaphore(2 * window);
        this.sender = new LaneSender("sender" + account.suffix(), submitter, window);
    }

    void start() {
        sender.start();
    }

    @Override
    public int priority() {
        return account.settings().priority();
    }

    @Override
    public int weight() {
        return account.settings().weight();
    }

    @Override
    public boolean usable() {
        return !byHand && link.ready() && brake.loose() && !link.holds();
    }

    @Override
    public boolean slowed() {
        return slowdown.active() || probing();
    }

    @Override
    public int places() {
        int free = slots.availablePermits();
        int taken = 2 * window - free;
        if (free < enough() && taken > 0) {
            return 0;
        }
        long room = probing() ? 1 - taken : departures.within(AHEAD) - sender.waiting();
        return (int) Math.max(0, Math.min(Math.min(free, window), room));
    }

    /** Whether one reminder at a time is sent, to see how the SMSC answers. */
    private boolean probing() {
        return brake.probing() || link.suspected();
    }

    /** So many make a block that is worth a transaction; while more slots are taken, the window is full all the same. */
    int enough() {
        return (window + 1) / 2;
    }

    /** Takes slots that are free: one thread alone takes any. */
    public void take(int count) {
        slots.acquireUninterruptibly(count);
    }

    void release(int count) {
        slots.release(count);
    }

    void send(Claimed reminder, BooleanSupplier goOn, Consumer<SubmitReport> outcome) {
        sender.add(reminder, goOn, outcome);
    }

    /** Takes no more. */
    void finish() {
        sender.finish();
    }

    /** @return whether all that was in flight has been answered */
    boolean drained(long millis) throws InterruptedException {
        return sender.ended(millis);
    }

    /** Ends the wait for answers: what is in flight is UNKNOWN. */
    void giveUp() {
        link.giveUp();
    }

    /** A person takes it out of use. */
    public void pause() {
        byHand = true;
    }

    public void resume() {
        byHand = false;
    }

    /** Slots that are taken. */
    public int inHand() {
        return 2 * window - slots.availablePermits();
    }

    String name() {
        return account.name();
    }

    public SmscCondition condition() {
        return new SmscCondition(name(), account.address().toString(), usable(), words());
    }

    private String words() {
        if (byHand) {
            return "paused by hand";
        }
        if (!link.ready()) {
            return "unbound";
        }
        if (brake.probing()) {
            return "refuses everything: " + brake.broken();
        }
        if (link.holds()) {
            return "does not answer";
        }
        if (!brake.loose()) {
            return "paused";
        }
        return slowdown.active() ? "slowed" : "bound";
    }
}
