package pl.kurenda.ledger.decision;

/**
 * The result of a decision about a file.
 *
 * @param outcome what happened
 * @param changed number of reminders changed as decided
 * @param repeated number of reminders suppressed instead, because another reminder of the debt was sent in the meantime
 */
public record FileDecisionResult(Outcome outcome, int changed, int repeated) {

    /** What happened. */
    public enum Outcome {
        /** Carried out as decided. */
        DONE,
        /** No such file, nothing of it waits, or it is still being loaded. */
        NOTHING,
        /** Another file of the source is being loaded. Try again when it is loaded. */
        BUSY,
        /** The time to send the file has passed. It can only be withdrawn. */
        LATE
    }

    static FileDecisionResult none(Outcome outcome) {
        return new FileDecisionResult(outcome, 0, 0);
    }
}
