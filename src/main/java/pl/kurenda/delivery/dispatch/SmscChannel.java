package pl.kurenda.delivery.dispatch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import pl.kurenda.delivery.account.SmscAccount;
import pl.kurenda.delivery.rate.AdaptiveThrottle;
import pl.kurenda.delivery.smsc.BindCircuitBreaker;
import pl.kurenda.delivery.smsc.NoResponseBreaker;
import pl.kurenda.delivery.smsc.SmscCondition;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.SubmitReport;

/**
 * One account as the dispatch uses it: a sender that keeps its window full, and two slots for each place of it. A slot is
 * taken from before SUBMITTING until the outcome is committed.
 */
public final class SmscChannel implements ChannelSelector.Candidate {
    /** No more waits than can leave in this time: what is SUBMITTING must not lie about. */
    private static final Duration AHEAD = Duration.ofMillis(200);

    private final SmscAccount account;
    private final NoResponseBreaker link;
    private final SubmitPermit submitPermit;
    private final BindCircuitBreaker bindCircuitBreaker;
    private final AdaptiveThrottle adaptiveThrottle;
    private final int window;
    private final Semaphore slots;
    private final ChannelSender sender;
    private volatile boolean byHand;

    public SmscChannel(
            SmscAccount account,
            NoResponseBreaker link,
            Submitter submitter,
            SubmitPermit submitPermit,
            BindCircuitBreaker bindCircuitBreaker,
            AdaptiveThrottle adaptiveThrottle) {
        this.account = account;
        this.link = link;
        this.submitPermit = submitPermit;
        this.bindCircuitBreaker = bindCircuitBreaker;
        this.adaptiveThrottle = adaptiveThrottle;
        this.window = account.settings().window();
        this.slots = new Semaphore(2 * window);
        this.sender = new ChannelSender("sender" + account.suffix(), submitter, window);
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
        return !byHand && link.ready() && bindCircuitBreaker.loose() && !link.holds();
    }

    @Override
    public boolean slowed() {
        return adaptiveThrottle.active() || probing();
    }

    @Override
    public int places() {
        int free = slots.availablePermits();
        int taken = 2 * window - free;
        if (free < enough() && taken > 0) {
            return 0;
        }
        long room = probing() ? 1 - taken : submitPermit.within(AHEAD) - sender.waiting();
        return (int) Math.max(0, Math.min(Math.min(free, window), room));
    }

    /** Whether one reminder at a time is sent, to see how the SMSC answers. */
    private boolean probing() {
        return bindCircuitBreaker.probing() || link.suspected();
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

    void send(ClaimedReminder reminder, BooleanSupplier goOn, Consumer<SubmitReport> outcome) {
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
        if (bindCircuitBreaker.probing()) {
            return "refuses everything: " + bindCircuitBreaker.broken();
        }
        if (link.holds()) {
            return "does not answer";
        }
        if (!bindCircuitBreaker.loose()) {
            return "paused";
        }
        return adaptiveThrottle.active() ? "slowed" : "bound";
    }
}
