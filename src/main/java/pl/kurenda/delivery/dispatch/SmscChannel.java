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
 * One account as the dispatch uses it: a sender that keeps its window full, and two slots for each place in the window.
 * A slot is taken before SUBMITTING and freed when the outcome is committed.
 */
public final class SmscChannel implements ChannelSelector.Candidate {
    /** No more reminders wait than can leave in this time, so that a reminder is SUBMITTING only briefly. */
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

    /** Whether one reminder at a time is sent, to see how the SMSC responds. */
    private boolean probing() {
        return bindCircuitBreaker.probing() || link.suspected();
    }

    /**
     * How many reports make a block worth a transaction. While more slots than that are taken, the window stays full.
     */
    int enough() {
        return (window + 1) / 2;
    }

    /** Takes free slots. Only one thread may do so. */
    public void take(int count) {
        slots.acquireUninterruptibly(count);
    }

    void release(int count) {
        slots.release(count);
    }

    void send(ClaimedReminder reminder, BooleanSupplier goOn, Consumer<SubmitReport> outcome) {
        sender.add(reminder, goOn, outcome);
    }

    /** Stops taking reminders. */
    void finish() {
        sender.finish();
    }

    /** @return whether everything in flight has its outcome */
    boolean drained(long millis) throws InterruptedException {
        return sender.ended(millis);
    }

    /** Ends the wait for responses: what is in flight is UNKNOWN. */
    void giveUp() {
        link.giveUp();
    }

    /** Takes the channel out of use at a person's request. */
    public void pause() {
        byHand = true;
    }

    public void resume() {
        byHand = false;
    }

    /** How many slots are taken. */
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
