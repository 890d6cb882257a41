package pl.kurenda.ledger.batch;

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
     * @param again what it did all the same, as the newest full export
     */
    record Repeated(BatchTotals first, String filedName, Again again) implements Opening {
        /** One that did nothing. */
        public Repeated(BatchTotals first, String filedName) {
            this(first, filedName, Again.NOTHING);
        }
    }

    /**
     * What a full export does that has come again after newer ones.
     *
     * @param current whether it counts as the state of today
     * @param paid how many waiting reminders are not sent, since it does not have their debts
     * @param left how many such reminders wait on, being too many to be true
     */
    record Again(boolean current, int paid, int left) {
        /** Of a mere repetition. */
        public static final Again NOTHING = new Again(false, 0, 0);
    }

    /** Another file of the source is being loaded by a live node: leave it where it is and come back. */
    record Busy(String node) implements Opening {}
}
