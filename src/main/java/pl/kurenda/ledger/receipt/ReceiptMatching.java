package pl.kurenda.ledger.receipt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.kurenda.ledger.inbox.DeliveryReceipt;

/** Finds the segment of a receipt. An SMSC may write the same message id in two notations. */
public interface ReceiptMatching {

    /** Returns all keys, as from {@link MessageKey}, that the submit_sm_resp for this receipt may have had. */
    Set<String> keys(DeliveryReceipt receipt);

    /**
     * Returns the key to look up first, in the notation that this SMSC is known to use. If a segment fits it, the other
     * keys are not looked up.
     *
     * @return empty until a notation is confirmed
     */
    Optional<String> likelyKey(DeliveryReceipt receipt);

    /**
     * Picks the segment that the receipt belongs to.
     *
     * @param candidates segments of the same SMSC and destination with one of the keys
     * @return empty if there is no candidate or the choice is unclear
     */
    Optional<SegmentRef> pick(DeliveryReceipt receipt, List<SegmentRef> candidates);

    /** Counts receipts that settled nothing. Called in the transaction. */
    default void ended(End how, int receipts) {
        // only to be counted
    }

    /**
     * Returns how long the SMSC of the receipt tries to deliver. A receipt may come a little later than this after the
     * submit.
     */
    default Duration validity(DeliveryReceipt receipt) {
        return Duration.ofDays(1);
    }

    /** Why a receipt settled nothing. */
    enum End {
        /** No segment was found within the receipt window. */
        UNMATCHED,
        /** The state of the message cannot be read. */
        UNREADABLE,
        /** The message is still on its way. */
        INTERMEDIATE,
        /** The segment already had a receipt. */
        REPEATED
    }
}
