package pl.kurenda.delivery.smsc;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The way to one account at an SMSC. */
public interface SmscLink {

    /** Whether a submit has a chance: the route runs and the session is bound. */
    boolean ready();

    /**
     * Submits one segment. Never throws, and the future never fails: whatever happens is an outcome, at the latest after
     * the response time-out. It comes in a thread that reads answers, and must not keep it. Safe to call from many
     * threads at once.
     *
     * @param late told, at most once, of an answer that comes after the time-out
     */
    CompletableFuture<SubmitOutcome> submit(SegmentSubmit segment, Consumer<SubmitOutcome> late);

    /** Ends the wait for all answers, at the end of this daemon: what has not been answered is unknown. */
    void giveUp();

    /**
     * Asks by query_sm (SMPP v3.4 §4.8) what became of a segment, and waits for the answer. Never throws.
     *
     * @return nothing where the SMSC does not say
     */
    Optional<MessageStatus> query(MessageQuery query);
}
