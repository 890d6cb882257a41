package pl.kurenda.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends receipts after a delay, in a window of their own, and again where they were refused or not answered. */
final class Receipts implements Runnable {
    private static final int BATCH = 64;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    volatile long delayNanos;
    volatile boolean held;
    volatile RawSession receiver;

    private final Counts counts;
    private final Semaphore window;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Map<Integer, Pdu.Receipt> unanswered = new ConcurrentHashMap<>();
    private final AtomicInteger sequence = new AtomicInteger();

    Receipts(Counts counts, int window) {
        this.counts = counts;
        this.window = new Semaphore(window);
    }

    void add(Pdu.Receipt receipt) {
        queue.add(new Waiting(System.nanoTime() + delayNanos, receipt));
    }

    int waiting() {
        return queue.size();
    }

    @Override
    public void run() {
        try {
            while (true) {
                Waiting first = queue.take();
                while (held || receiver == null || first.due > System.nanoTime()) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
                window.acquire();
                send(first);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** As many as are due and have room go out in one write. */
    private void send(Waiting first) {
        List<byte[]> pdus = new ArrayList<>(BATCH);
        pdus.add(numbered(first.receipt));
        while (pdus.size() < BATCH) {
            Waiting next = queue.peek();
            if (next == null || next.due > System.nanoTime() || !window.tryAcquire()) {
                break;
            }
            pdus.add(numbered(queue.remove().receipt));
        }
        RawSession session = receiver;
        if (session == null) {
            lost();
        } else {
            session.write(pdus);
        }
    }

    private byte[] numbered(Pdu.Receipt receipt) {
        int number = sequence.updateAndGet(n -> n == Integer.MAX_VALUE ? 1 : n + 1);
        unanswered.put(number, receipt);
        return receipt.deliverSm(number);
    }

    /** A deliver_sm_resp came. */
    void answered(int number, int status) {
        Pdu.Receipt receipt = unanswered.remove(number);
        if (receipt == null) {
            return;
        }
        window.release();
        if (status == 0) {
            counts.acknowledged();
        } else {
            counts.refused();
            add(receipt);
        }
    }

    /** The receiver is gone: what it did not answer goes to the next one. */
    void lost() {
        receiver = null;
        unanswered.keySet().forEach(number -> {
            Pdu.Receipt receipt = unanswered.remove(number);
            if (receipt != null) {
                window.release();
                add(receipt);
            }
        });
    }

    private record Waiting(long due, Pdu.Receipt receipt) {}
}
