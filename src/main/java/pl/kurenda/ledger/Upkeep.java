package pl.kurenda.ledger;

import java.time.Duration;

/** What the ledger needs done now and then. */
public interface Upkeep {

    /**
     * Settles what nobody else will: what dead nodes, or earlier lives of this one, left CLAIMED goes back to QUEUED and
     * what they left SUBMITTING becomes UNKNOWN; queued reminders past their time become EXPIRED; sent ones without a
     * receipt become NO_RECEIPT.
     *
     * @param receiptWindow how long a receipt is waited for
     */
    void tidy(Duration receiptWindow);
}
