package pl.kurenda.delivery;

import java.util.Optional;

/** The way to one account at an SMSC. */
public interface SmscLink {

    /** Whether a submit has a chance: the route runs and the session is bound. */
    boolean ready();

    /**
     * Submits one segment and waits for the answer. Never throws: whatever happens is an outcome. Safe to call from
     * many threads at once.
     */
    SubmitOutcome submit(SegmentSubmit segment);

    /**
     * Asks by query_sm (SMPP v3.4 §4.8) what became of a segment, and waits for the answer. Never throws.
     *
     * @return nothing where the SMSC does not say
     */
    Optional<MessageStatus> query(MessageQuery query);
}
