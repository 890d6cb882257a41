package pl.kurenda.camel;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.batch.FileIdentity;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.Opening;
import pl.kurenda.ledger.batch.RejectedRow;
import pl.kurenda.ledger.gate.ReleasePolicy;

/** The shipped intake route with a ledger that discards the rows: measures only parsing, validation and rendering. */
public final class IntakeLoop implements AutoCloseable {
    private final Forgetting ledger = new Forgetting();
    private final IntakeNode node;

    /** @param home holds the dropbox */
    public IntakeLoop(Path home) {
        node = new IntakeNode(home, ledger);
    }

    /** The folder for exports of the waste system. */
    public Path in() {
        return node.folder("waste", "in");
    }

    /** Waits for the next file to end. */
    public Run next() throws InterruptedException {
        return ledger.runs.take();
    }

    @Override
    public void close() {
        node.close();
    }

    /**
     * One file.
     *
     * @param rows seen by the reader
     * @param reminders of the valid ones
     * @param nanos from the opening of the batch to its end
     */
    public record Run(int rows, int reminders, long nanos) {}

    private static final class Forgetting extends InMemoryBatches {
        final BlockingQueue<Run> runs = new LinkedBlockingQueue<>();
        private long opened;
        private int reminders;

        @Override
        public synchronized Opening open(FileIdentity file, String charset, char delimiter) {
            Opening opening = super.open(file, charset, delimiter);
            opened = System.nanoTime();
            reminders = 0;
            return opening;
        }

        @Override
        public synchronized void load(long batchId, List<NewReminder> rows, List<RejectedRow> rejections) {
            reminders += rows.size();
        }

        @Override
        public synchronized BatchTotals finish(long batchId, int rows, ReleasePolicy terms) {
            runs.add(new Run(rows, reminders, System.nanoTime() - opened));
            return super.finish(batchId, 0, terms);
        }
    }
}
