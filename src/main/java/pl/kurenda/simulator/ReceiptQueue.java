package pl.kurenda.simulator;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;

/** Holds receipts until they are sent. Each waits for its time, then for a receiver that takes it. */
final class ReceiptQueue implements AutoCloseable {

    private static final int THREADS = 8;
    private static final Duration RETRY = Duration.ofMillis(500);

    private final ScheduledThreadPoolExecutor sender = new ScheduledThreadPoolExecutor(THREADS, task -> {
        Thread thread = new Thread(task, "smsc-simulator-receipts");
        thread.setDaemon(true);
        return thread;
    });
    private final Receivers receivers;
    private final SimulatorOptions options;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    ReceiptQueue(Receivers receivers, SimulatorOptions options) {
        this.receivers = receivers;
        this.options = options;
        sender.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void add(SimulatedReceipt simulatedReceipt) {
        if (waiting.incrementAndGet() > options.receiptCapacity()) {
            waiting.decrementAndGet();
            lost.incrementAndGet();
            return;
        }
        long shortest = options.shortestReceiptDelay().toMillis();
        long longest = options.longestReceiptDelay().toMillis();
        sendIn(ThreadLocalRandom.current().nextLong(shortest, longest + 1), simulatedReceipt);
    }

    long delivered() {
        return delivered.get();
    }

    long lost() {
        return lost.get();
    }

    int waiting() {
        return waiting.get();
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }

    private void sendIn(long millis, SimulatedReceipt simulatedReceipt) {
        if (!sender.isShutdown()) {
            sender.schedule(() -> send(simulatedReceipt), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void send(SimulatedReceipt simulatedReceipt) {
        SMPPServerSession session = receivers.next(simulatedReceipt.systemId());
        if (session != null && taken(simulatedReceipt, session)) {
            waiting.decrementAndGet();
            delivered.incrementAndGet();
        } else {
            sendIn(RETRY.toMillis(), simulatedReceipt);
        }
    }

    private boolean taken(SimulatedReceipt simulatedReceipt, SMPPServerSession session) {
        Clock clock = options.clock();
        try {
            simulatedReceipt.deliver(session, clock.instant(), clock.getZone());
            return true;
        } catch (NegativeResponseException
                | ResponseTimeoutException
                | InvalidResponseException
                | PDUException
                | IOException notTaken) {
            return false;
        }
    }
}
