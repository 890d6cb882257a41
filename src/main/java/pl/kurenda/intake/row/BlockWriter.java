package pl.kurenda.intake.row;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import pl.kurenda.ledger.batch.Batches;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.RejectedRow;

/**
 * Writes the blocks of one file into the ledger, each in one transaction. A block is written in the background while
 * the next one is read; only one write runs at a time. Used by one thread at a time.
 */
public final class BlockWriter {
    private final Batches batches;
    private final long batchId;
    private final Executor background;
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private int rows;

    public BlockWriter(Batches batches, long batchId, Executor background) {
        this.batches = batches;
        this.batchId = batchId;
        this.background = background;
    }

    /**
     * Waits for the previous block, then starts to write this one.
     *
     * @throws RuntimeException if the previous block could not be written
     */
    void write(List<RowResult> block) {
        List<NewReminder> reminders = new ArrayList<>(block.size());
        List<RejectedRow> rejections = new ArrayList<>();
        for (RowResult result : block) {
            if (result instanceof RowResult.Valid valid) {
                reminders.add(valid.reminder());
            } else if (result instanceof RowResult.Rejected rejected) {
                rejections.add(rejected.rejection());
            } else {
                throw new IllegalStateException("a row has not been rendered");
            }
        }
        await();
        writing = CompletableFuture.runAsync(() -> batches.load(batchId, reminders, rejections), background);
        rows += block.size();
    }

    /**
     * Waits for the last block.
     *
     * @throws RuntimeException if it could not be written
     */
    public void await() {
        try {
            writing.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** The number of rows received so far. */
    public int rows() {
        return rows;
    }
}
