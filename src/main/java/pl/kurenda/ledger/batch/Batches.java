package pl.kurenda.ledger.batch;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import pl.kurenda.ledger.core.Suppression;
import pl.kurenda.ledger.gate.ReleasePolicy;

/** The batches of the ledger: a file comes in by blocks of rows, a transaction each. */
public interface Batches {

    /**
     * Opens a batch for the file, or finds the one it has.
     *
     * @param file the file
     * @param charset name of the charset its rows are in
     * @param delimiter between its cells
     */
    Opening open(FileIdentity file, String charset, char delimiter);

    /**
     * The same for a file that is known not to be the drop that was loaded under its name and time: that one has been put
     * away. Loads it anew where nothing of the first one was sent or waits, as {@link #open} does for other drops.
     */
    Opening openAnother(FileIdentity file, String charset, char delimiter);

    /**
     * This node goes on loading the batch no longer, after a technical failure. The same file may take it up again, and any
     * other file of the source may take its place: nothing of it has been sent.
     */
    void abandon(long batchId);

    /**
     * Takes a block of rows in, in one transaction. Rows that are there already are skipped. Decides on repeated debts:
     * {@link Suppression#DUPLICATE_ROW}, {@link Suppression#DUPLICATE_DEBT} and the hold for two amounts.
     */
    void load(long batchId, List<NewReminder> reminders, List<RejectedRow> rejections);

    /** Closes the loading and lets the batch be sent without further terms. */
    default BatchTotals finish(long batchId, int rows) {
        return finish(batchId, rows, ReleasePolicy.NONE);
    }

    /**
     * Closes the loading, and lets the batch be sent as far as the terms allow. After a full export that passed, what
     * waits of earlier files and is not in it is suppressed as {@link Suppression#PAID}.
     *
     * @param rows how many rows the reader saw
     * @throws IllegalStateException if the conservation law does not hold: rows in = rejected rows + reminders
     */
    BatchTotals finish(long batchId, int rows, ReleasePolicy releasePolicy);

    /**
     * Goes on with what waits: releases the rest of files whose canary fared well, and ends what a crash cut short after
     * a full export. May run on several nodes at once.
     */
    void goOn();

    /** Takes a batch that is still loading out again, because its file changed under the reader. */
    void discard(long batchId);

    /** Gives the rejected rows of a batch to the consumer one by one, by line, without keeping them in memory. */
    void eachRejection(long batchId, Consumer<RejectedRow> consumer);

    /** The files whose loading ended no longer ago than this. */
    List<FiledFile> loadedWithin(Duration age);

    /** Whether a file of these octets has been loaded, or is being loaded, for the source. */
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
