package pl.kurenda.ledger.batch;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import pl.kurenda.ledger.core.Suppression;
import pl.kurenda.ledger.gate.ReleasePolicy;

/** The batches of the ledger. A file is loaded in blocks of rows, each in its own transaction. */
public interface Batches {

    /**
     * Opens a batch for the file, or finds its existing batch.
     *
     * @param file the file
     * @param charset name of the charset of its rows
     * @param delimiter between its cells
     */
    Opening open(FileIdentity file, String charset, char delimiter);

    /**
     * The same for a file that is known not to be the drop loaded under its name and time, because that drop has been
     * put away. Loads the file again if nothing of the first one was sent or waits, as {@link #open} does for other
     * drops.
     */
    Opening openAnother(FileIdentity file, String charset, char delimiter);

    /**
     * Stops loading the batch on this node after a technical failure. The same file may resume it, and any other file
     * of the source may take its place, because nothing of it has been sent.
     */
    void abandon(long batchId);

    /**
     * Loads a block of rows in one transaction. Rows that already exist are skipped. Decides on repeated debts: {@link
     * Suppression#DUPLICATE_ROW}, {@link Suppression#DUPLICATE_DEBT} and the hold for two amounts.
     */
    void load(long batchId, List<NewReminder> reminders, List<RejectedRow> rejections);

    /** Closes the loading and releases the batch without further conditions. */
    default BatchTotals finish(long batchId, int rows) {
        return finish(batchId, rows, ReleasePolicy.NONE);
    }

    /**
     * Closes the loading and releases the batch as far as the policy allows. After a full export that passed, waiting
     * reminders of earlier files whose debts are not in it are suppressed as {@link Suppression#PAID}.
     *
     * @param rows number of rows read from the file
     * @throws IllegalStateException if the conservation law does not hold: rows in = rejected rows + reminders
     */
    BatchTotals finish(long batchId, int rows, ReleasePolicy releasePolicy);

    /**
     * Continues waiting work: releases the rest of files whose canary passed, and completes what a crash interrupted
     * after a full export. May run on several nodes at once.
     */
    void goOn();

    /** Deletes a batch that is still loading, because its file changed while it was being read. */
    void discard(long batchId);

    /** Passes the rejected rows of a batch to the consumer one by one, by line, without keeping them in memory. */
    void eachRejection(long batchId, Consumer<RejectedRow> consumer);

    /** Returns the loaded files that were received within this time. */
    List<FiledFile> loadedWithin(Duration age);

    /** Whether a file with these bytes has been loaded, or is being loaded, for the source. */
    boolean knows(String source, String sha256);

    /**
     * A file as it was when it was loaded.
     *
     * @param source the domain system
     * @param filedName its name in {@code done}
     * @param size in bytes, when it was read
     */
    record FiledFile(String source, String filedName, long size) {}
}
