package pl.kurenda.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * What the SMSC saw since the last reset. Times are of System.nanoTime(), which on Linux is one clock for all processes
 * of the machine.
 */
final class Counts {
    private static final int PARTS = 10;

    private final AtomicLong submits = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong deepest = new AtomicLong();
    final Seconds seconds = new Seconds();
    private volatile long part = Long.MAX_VALUE;
    private volatile long[] submitParts = new long[PARTS];
    private volatile long[] receiptParts = new long[PARTS];
    private volatile long firstSubmit;
    private volatile long lastSubmit;
    private volatile long lastAnswer;
    private volatile long firstAcknowledged;
    private volatile long lastAcknowledged;

    /** @param expected how many submits are to come, divided into tenths */
    void reset(long expected) {
        submits.set(0);
        acknowledged.set(0);
        refused.set(0);
        deepest.set(0);
        part = Math.max(1, expected / PARTS);
        submitParts = new long[PARTS];
        receiptParts = new long[PARTS];
        firstSubmit = 0;
        firstAcknowledged = 0;
    }

    void submitted() {
        long now = System.nanoTime();
        long count = submits.incrementAndGet();
        if (count == 1) {
            firstSubmit = now;
        }
        lastSubmit = now;
        seconds.note(now);
        mark(submitParts, count, now);
    }

    private void mark(long[] parts, long count, long now) {
        if (count % part == 0 && count / part <= PARTS) {
            parts[(int) (count / part) - 1] = now;
        }
    }

    void answered() {
        lastAnswer = System.nanoTime();
    }

    void acknowledged() {
        long now = System.nanoTime();
        long count = acknowledged.incrementAndGet();
        if (count == 1) {
            firstAcknowledged = now;
        }
        lastAcknowledged = now;
        mark(receiptParts, count, now);
    }

    void refused() {
        refused.incrementAndGet();
    }

    void inFlight(long depth) {
        deepest.accumulateAndGet(depth, Math::max);
    }

    /** In the form that {@link Smsc.Seen} reads. */
    @Override
    public String toString() {
        return "submits=" + submits + " firstSubmit=" + firstSubmit + " lastSubmit=" + lastSubmit + " lastAnswer="
                + lastAnswer + " inFlight=" + deepest + " acknowledged=" + acknowledged + " refused=" + refused
                + " firstAcknowledged=" + firstAcknowledged + " lastAcknowledged=" + lastAcknowledged
                + " submitParts=" + join(submitParts) + " receiptParts=" + join(receiptParts);
    }

    static String join(long[] parts) {
        return Arrays.stream(parts).mapToObj(Long::toString).collect(Collectors.joining(","));
    }
}
