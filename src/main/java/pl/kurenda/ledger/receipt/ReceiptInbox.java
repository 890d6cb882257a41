package pl.kurenda.ledger.receipt;

import java.time.Duration;

/**
 * Stored receipts, which wait for their segment: a receipt may come before the response to the submit is recorded. {@link
 * Inbox} stores them.
 */
public interface ReceiptInbox {

    /**
     * Settles receipts that are due, in one transaction.
     *
     * @param limit largest number of receipts
     * @param matching finds their segments
     * @param window how long a receipt waits for its segment before it counts as unmatched
     * @return number of receipts that were handled; if below the limit, no more are due
     */
    int settle(int limit, ReceiptMatching matching, Duration window);
}
