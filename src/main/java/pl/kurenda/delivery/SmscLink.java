package pl.kurenda.delivery;

/** The way to the SMSC. */
public interface SmscLink {

    /** Whether a submit has a chance: the route runs and the session is bound. */
    boolean ready();

    /**
     * Submits one segment and waits for the answer. Never throws: whatever happens is an outcome. Safe to call from
     * many threads at once.
     */
    SubmitOutcome submit(SegmentSubmit segment);
}
