package pl.kurenda.ledger;

import java.time.Duration;
import java.util.List;

/**
 * Where receipts wait, durable, for their segment: a receipt may come before the answer to the submit is recorded. What
 * residents ask for comes in by the same door, and is carried out by {@link StopRequests}.
 */
public interface ReceiptInbox {

    /** What the {@code jpa:} component is to persist, in one transaction, before it is acknowledged. */
    List<Object> entries(List<? extends Delivered> delivered);

    /**
     * Settles receipts that are due, in one transaction.
     *
     * @param limit at most so many
     * @param matching finds their segments
     * @param window how long a receipt waits for its segment before it counts as unmatched
     * @return how many were looked at; fewer than the limit means that no more are due
     */
    int settle(int limit, ReceiptMatching matching, Duration window);
}
