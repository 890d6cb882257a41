package pl.kurenda.ledger.decision;

/**
 * What became of a decision about a file.
 *
 * @param outcome in a word
 * @param changed how many reminders were changed as decided
 * @param repeated how many were suppressed instead, because another reminder of the debt has gone since
 */
public record FileDecisionResult(Outcome outcome, int changed, int repeated) {

    /** How it went. */
    public enum Outcome {
        /** As decided. */
        DONE,
        /** There is no such file, or nothing of it waits, or it is still being loaded. */
        NOTHING,
        /** A file of the source is being loaded at this moment; ask again when it is in. */
        BUSY,
        /** Its time to be sent has passed; it can only be withdrawn. */
        LATE
    }

    static FileDecisionResult none(Outcome outcome) {
        return new FileDecisionResult(outcome, 0, 0);
    }
}
