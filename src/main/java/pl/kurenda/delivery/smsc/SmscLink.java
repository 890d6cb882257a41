package pl.kurenda.delivery.smsc;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The link to one account at an SMSC. */
public interface SmscLink {

    /** Whether a submit can succeed: the route runs and the session is bound. */
    boolean ready();

    /**
     * Submits one segment. Never throws, and the future never fails: every result is an outcome, at the latest after
     * the response time-out. The future completes in a thread that reads responses, so the caller must not block it.
     * Thread-safe.
     *
     * @param late receives, at most once, a response that comes after the time-out
     */
    CompletableFuture<SubmitOutcome> submit(SegmentSubmit segment, Consumer<SubmitOutcome> late);

    /** Ends the wait for all responses when the daemon stops. Segments without a response are unknown. */
    void giveUp();

    /**
     * Asks by query_sm (SMPP v3.4 §4.8) for the state of a segment, and waits for the response. Never throws.
     *
     * @return empty if the SMSC does not say
     */
    Optional<MessageStatus> query(MessageQuery query);
}
