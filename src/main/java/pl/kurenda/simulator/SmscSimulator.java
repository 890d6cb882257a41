package pl.kurenda.simulator;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;

/**
 * A built-in SMSC for the demo and the tests. It speaks real SMPP v3.4 over a loopback port and allows any user and
 * password. It accepts submits and sends a receipt for each to a bound receiver of the same user. The number decides
 * what happens to a message ({@link SimulatedOutcome#byLastDigits}). It stores nothing and logs nothing.
 */
public final class SmscSimulator implements AutoCloseable {

    /** At most 15 characters (SMPP v3.4 §5.2.1). */
    private static final String SYSTEM_ID = "simulator";

    private static final int QUEUE = 5000;
    private static final int THREADS = 8;
    private static final int SLOW_THREADS = 128;
    private static final long BIND_MILLIS = 10_000;

    private final LoopbackPort port = new LoopbackPort();
    private final Map<SMPPServerSession, String> sessions = new ConcurrentHashMap<>();
    private final Receivers receivers = new Receivers();
    private final ReceiptQueue receipts;
    private final SubmitHandler submits;
    private final SMPPServerSessionListener listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "smsc-simulator");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closed;

    /**
     * Starts listening at once.
     *
     * @throws IOException if there is no free port
     */
    public SmscSimulator(SimulatorOptions options) throws IOException {
        this(options, 0);
    }

    /**
     * Starts listening at once on this port, so that it can return to an earlier one.
     *
     * @throws IOException if the port is taken
     */
    public SmscSimulator(SimulatorOptions options, int portNumber) throws IOException {
        receipts = new ReceiptQueue(receivers, options);
        submits = new SubmitHandler(options, receipts, sessions::get);
        listener = new SMPPServerSessionListener(portNumber, port);
        listener.setQueueCapacity(QUEUE);
        // a pause before a response blocks a thread, and must not make other submits queue
        listener.setPduProcessorDegree(options.responseLatency().isZero() ? THREADS : SLOW_THREADS);
        listener.setMessageReceiverListener(submits);
        threads.execute(this::acceptAll);
    }

    /** The TCP port on the loopback interface. */
    public int port() {
        return port.number();
    }

    /** Submits accepted so far. */
    public long accepted() {
        return submits.accepted();
    }

    /** Submits refused so far. */
    public long refused() {
        return submits.refused();
    }

    /** Receipts that a receiver has accepted. */
    public long receiptsDelivered() {
        return receipts.delivered();
    }

    /** Receipts that are waiting for their time or for a receiver. */
    public int receiptsWaiting() {
        return receipts.waiting();
    }

    /** Receipts dropped because too many were waiting. */
    public long receiptsLost() {
        return receipts.lost();
    }

    /** Sessions that are currently bound. */
    public int sessions() {
        return sessions.size();
    }

    /** Frees the port, closes the sessions and ends the threads. Waiting receipts are dropped. */
    @Override
    public void close() {
        closed = true;
        receipts.close();
        try {
            listener.close();
        } catch (IOException alreadyClosed) {
            // nothing is left to free
        }
        sessions.keySet().forEach(SMPPServerSession::close);
        threads.shutdownNow();
    }

    private void acceptAll() {
        while (!closed) {
            try {
                SMPPServerSession session = listener.accept();
                threads.execute(() -> bind(session));
            } catch (IOException connectionFailed) {
                // the next one may succeed; on close the loop ends
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(BIND_MILLIS);
            String systemId = request.getSystemId();
            sessions.put(session, systemId);
            session.addSessionStateListener((state, before, source) -> forget(session, state));
            request.accept(SYSTEM_ID, InterfaceVersion.IF_34);
            if (request.getBindType() != BindType.BIND_TX) {
                receivers.add(systemId, session);
            }
            if (closed || session.getSessionState() == SessionState.CLOSED) {
                session.close();
                forget(session, SessionState.CLOSED);
            }
        } catch (TimeoutException | IOException | PDUStringException | IllegalStateException neverBound) {
            session.close();
            forget(session, SessionState.CLOSED);
        }
    }

    private void forget(SMPPServerSession session, SessionState state) {
        if (state == SessionState.CLOSED) {
            receivers.remove(session);
            sessions.remove(session);
        }
    }
}
