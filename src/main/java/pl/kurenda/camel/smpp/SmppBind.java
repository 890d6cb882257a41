package pl.kurenda.camel.smpp;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.BindType;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.SessionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kurenda.delivery.LogThrottle;
import pl.kurenda.delivery.smsc.SmscSession;

/**
 * Keeps one bind up: connects, binds, waits until the session is lost, and starts again, all in a thread of its own.
 * The producer and consumer of camel-smpp reconnect inside jSMPP's listener instead. That blocks whichever thread is
 * there: a sending thread, or with a wrong password the start of the whole application.
 */
final class SmppBind {

    private static final Logger LOG = LoggerFactory.getLogger(SmppBind.class);
    private static final long UNBIND_MILLIS = 3000;
    private static final long LOOK_MILLIS = 100;
    private static final long LIVED_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final String label;
    private final BindType type;
    private final SmppAccount account;
    private final SmppPauses pauses;
    private final LogThrottle logThrottle;
    private volatile DeliverSmBatcher receiver;
    private volatile SmppSession current;
    private volatile CountDownLatch stop;
    /** Written only by the thread that binds. */
    private volatile long made;

    private volatile long lost;
    private int users;

    SmppBind(BindType type, SmppAccount account, SmppPauses pauses, LogThrottle logThrottle) {
        this.label = SmppAccount.label(type);
        this.type = type;
        this.account = account;
        this.pauses = pauses;
        this.logThrottle = logThrottle;
    }

    /** Sets what takes the deliveries of the SMSC. Call it before {@link #start()}. */
    void receiver(DeliverSmBatcher deliveries) {
        receiver = deliveries;
    }

    /** Starts to bind and returns at once. The second user of a transceiver joins the first. */
    synchronized void start() {
        if (users++ == 0) {
            CountDownLatch signal = new CountDownLatch(1);
            stop = signal;
            Thread thread = new Thread(() -> keepUp(signal), "smpp-" + suffix());
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Unbinds when the last user leaves. */
    synchronized void stop() {
        if (users == 0 || --users > 0) {
            return;
        }
        stop.countDown();
        SmppSession session = current;
        if (session != null) {
            session.setTransactionTimer(UNBIND_MILLIS);
            session.unbindAndClose();
        }
    }

    /** The suffix of its thread names. */
    String suffix() {
        return label + account.account().suffix();
    }

    /** Whether the session is bound now. */
    boolean bound() {
        SmppSession session = current;
        return session != null && session.usable();
    }

    /** @throws SmppNotBound if there is no bound session */
    SmppSession session() throws SmppNotBound {
        SmppSession session = current;
        if (session == null || !session.usable()) {
            throw new SmppNotBound("no " + label + " session to " + account.address());
        }
        return session;
    }

    /** The state since the start. */
    SmscSession condition() {
        return new SmscSession(account.account().name(), label, bound(), made, lost);
    }

    private void keepUp(CountDownLatch signal) {
        Duration pause = pauses.first();
        try {
            do {
                pause = bindAndStay(signal, pause);
            } while (!signal.await(pauses.jittered(pause).toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the session is lost or could not be made. The result is the pause before the next try. */
    private Duration bindAndStay(CountDownLatch signal, Duration pause) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        SmppSession session = account.newSession(receiver);
        session.addSessionStateListener((state, before, source) -> {
            if (state == SessionState.CLOSED) {
                session.endWaiting();
                closed.countDown();
            }
        });
        try {
            account.bind(session, type);
        } catch (IOException | RuntimeException failed) {
            session.close();
            return complain(failed) ? pauses.longest() : pauses.after(pause);
        }
        current = session;
        made++;
        LOG.info("Bound to SMSC {} as {}", account.address(), label);
        if (signal.getCount() == 0) {
            session.unbindAndClose();
        }
        long since = System.nanoTime();
        while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            endOverdue(session);
        }
        session.endWaiting();
        current = null;
        if (signal.getCount() > 0) {
            lost++;
            LOG.warn("Lost the {} session to SMSC {}, binding again", label, account.address());
        }
        // a session that is dropped at once does not count as accepted
        return System.nanoTime() - since < LIVED_NANOS ? pauses.after(pause) : pauses.first();
    }

    /** Catches every failure, because only this thread can bind again. */
    private void endOverdue(SmppSession session) {
        try {
            session.endOverdue();
        } catch (RuntimeException failed) {
            LOG.error(
                    "Overdue answers of SMSC {} could not be ended: {}",
                    account.address(),
                    failed.getClass().getSimpleName());
        }
    }

    /** Logs what is wrong, at a limited rate. Returns whether the SMSC refused the bind. */
    private boolean complain(Exception failed) {
        boolean refused = failed.getCause() instanceof NegativeResponseException;
        String why = SmppBindErrors.sentence(failed, account.account());
        if (logThrottle.due(account.account().key() + label + why)) {
            LOG.warn("Cannot bind to SMSC {} as {}, trying on: {}", account.address(), label, why);
        }
        return refused;
    }
}
