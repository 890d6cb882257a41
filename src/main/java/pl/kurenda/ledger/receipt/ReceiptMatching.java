package pl.kurenda.ledger.receipt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.kurenda.ledger.inbox.DeliveryReceipt;

/** Finds the segment of a receipt. SMSCs write the same id in two notations. */
public interface ReceiptMatching {

    /** All ids, as by {@link MessageKey}, that a submit_sm_resp may have had for this receipt. */
    Set<String> keys(DeliveryReceipt receipt);

    /**
     * The one of the keys to look for first: that of the notation this SMSC has been seen to use. With a segment that fits
     * it, the others need not be looked for.
     *
     * @return nothing while no notation has proved itself
     */
    Optional<String> likelyKey(DeliveryReceipt receipt);

    /**
     * The segment that the receipt means.
     *
     * @param candidates segments of that SMSC and that destination with one of the keys
     * @return nothing where there is none, or a doubt between several
     */
    Optional<SegmentRef> pick(DeliveryReceipt receipt, List<SegmentRef> candidates);

    /** Counts receipts that settled nothing. Called in the transaction. */
    default void ended(End how, int receipts) {
        // only to be counted
    }

    /** How long the SMSC of the receipt tries to deliver: a receipt may come so long after the submit, and some more. */
    default Duration validity(DeliveryReceipt receipt) {
        return Duration.ofDays(1);
    }

    /** How a receipt ended that settled nothing. */
    enum End {
        /** No segment was found within the receipt window. */
        UNMATCHED,
        /** Its state cannot be read. */
        UNREADABLE,
        /** Its message is still on its way. */
        INTERMEDIATE,
        /** Its segment already had a receipt. */
        REPEATED
    }
}
