package pl.kurenda.ledger;

/** What became of the wish to load a file. */
public sealed interface Opening {

    /**
     * Load it, from its first row: rows that are there already are skipped by the ledger.
     *
     * @param batchId id of the batch
     * @param filedName the name of the file in {@code done} and {@code out}
     * @param again whether an earlier attempt was cut short
     */
    record Load(long batchId, String filedName, boolean again) implements Opening {}

    /** Loaded before a crash kept its answers from being written or the file from being moved: only that is left. */
    record Answer(BatchTotals totals) implements Opening {}

    /**
     * The same octets were taken before, from another drop: nothing of it is sent again.
     *
     * @param first the batch that has its rows
     * @param filedName a free name in {@code done} and {@code out} for this drop
     */
    record Repeated(BatchTotals first, String filedName) implements Opening {}

    /** Another file of the source is being loaded by a live node: leave it where it is and come back. */
    record Busy(String node) implements Opening {}
}
