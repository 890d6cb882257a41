package pl.kurenda.ledger.batch;

/** The result of a request to load a file. */
public sealed interface Opening {

    /**
     * Load the file from its first row. The ledger skips rows that already exist.
     *
     * @param batchId id of the batch
     * @param filedName the name of the file in {@code done} and {@code out}
     * @param again whether an earlier attempt was interrupted
     */
    record Load(long batchId, String filedName, boolean again) implements Opening {}

    /**
     * The file is loaded, but a crash kept its reply files from being written or the file from being moved. Only that
     * is left to do.
     */
    record Answer(BatchTotals totals) implements Opening {}

    /**
     * The same bytes were loaded before, from another drop. Nothing of them is sent again.
     *
     * @param first the batch that has its rows
     * @param filedName a free name in {@code done} and {@code out} for this drop
     * @param again its effect as the newest full export
     */
    record Repeated(BatchTotals first, String filedName, Again again) implements Opening {
        /** Makes a repetition without effect. */
        public Repeated(BatchTotals first, String filedName) {
            this(first, filedName, Again.NOTHING);
        }
    }

    /**
     * The effect of a full export that comes again after newer ones.
     *
     * @param current whether it counts as the current state
     * @param paid number of waiting reminders that are not sent because it does not contain their debts
     * @param left number of such reminders that go on waiting because there are implausibly many
     */
    record Again(boolean current, int paid, int left) {
        /** The effect of a plain repetition. */
        public static final Again NOTHING = new Again(false, 0, 0);
    }

    /** A live node is loading another file of the source. Leave this file where it is and try again later. */
    record Busy(String node) implements Opening {}
}
