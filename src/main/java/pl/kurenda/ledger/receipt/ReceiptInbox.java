package pl.kurenda.ledger.receipt;

import java.time.Duration;

/**
 * Settles stored receipts. A receipt may arrive before the submit response is recorded, so it may have to wait for its
 * segment. {@link Inbox} stores the receipts.
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
