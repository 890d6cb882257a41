package pl.kurenda.delivery.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kurenda.ledger.dispatch.SubmitReport;

/**
 * Has the outcomes of submits recorded in blocks. While the database is unavailable it keeps them and tries again.
 * Dispatch then stops by itself, because no slot becomes free.
 */
final class OutcomeWriter implements Runnable {
    private static final int BLOCK = 500;
    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeWriter.class);

    private final BlockingQueue<SubmitReport> reports = new LinkedBlockingQueue<>();
    private final OutcomeChannel channel;
    private final Consumer<List<SubmitReport>> written;
    private final IntSupplier enough;
    private volatile boolean finishing;

    /**
     * @param enough how many reports are written without waiting for more
     * @param written receives the reports that have been committed
     */
    OutcomeWriter(OutcomeChannel channel, IntSupplier enough, Consumer<List<SubmitReport>> written) {
        this.channel = channel;
        this.enough = enough;
        this.written = written;
    }

    void add(SubmitReport report) {
        reports.add(report);
    }

    /** Lets {@link #run} end once everything is written, or if the database cannot be reached. */
    void finish() {
        finishing = true;
    }

    @Override
    public void run() {
        List<SubmitReport> block = new ArrayList<>();
        while (!finishing || !reports.isEmpty() || !block.isEmpty()) {
            try {
                fill(block);
                if (!block.isEmpty()) {
                    List<SubmitReport> full = List.copyOf(block);
                    channel.record(full);
                    written.accept(full);
                    block.clear();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error(
                        "{} outcomes could not be recorded yet: {}",
                        block.size(),
                        cause(e).getClass().getSimpleName());
                if (finishing || !pause()) {
                    return;
                }
            }
        }
    }

    private void fill(List<SubmitReport> block) throws InterruptedException {
        if (block.isEmpty()) {
            SubmitReport first = reports.poll(100, TimeUnit.MILLISECONDS);
            if (first != null) {
                block.add(first);
                gather(block);
            }
        }
    }

    /** Waits a few milliseconds for more reports, because a transaction costs as much as twenty rows. */
    private void gather(List<SubmitReport> block) throws InterruptedException {
        long end = System.nanoTime() + LINGER_NANOS;
        reports.drainTo(block, BLOCK - block.size());
        while (block.size() < Math.min(enough.getAsInt(), BLOCK)) {
            SubmitReport next = reports.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            block.add(next);
            reports.drainTo(block, BLOCK - block.size());
        }
    }

    /** Unwraps what the ledger threw from the route's exception. */
    private static Throwable cause(RuntimeException thrown) {
        return thrown.getCause() == null ? thrown : thrown.getCause();
    }

    private static boolean pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        return !Thread.currentThread().isInterrupted();
    }
}
