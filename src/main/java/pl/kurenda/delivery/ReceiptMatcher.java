package pl.kurenda.delivery;

import org.springframework.stereotype.Component;
import pl.kurenda.ledger.ReceiptInbox;

/** Matches receipts that wait in the inbox to their segments. */
@Component
public class ReceiptMatcher {
    private static final int BLOCK = 500;

    private final ReceiptInbox inbox;
    private final MessageIdNotations notation;
    private final DeliverySettings settings;

    ReceiptMatcher(ReceiptInbox inbox, MessageIdNotations notation, DeliverySettings settings) {
        this.inbox = inbox;
        this.notation = notation;
        this.settings = settings;
    }

    /** Settles all receipts that are due, block by block. */
    public void match() {
        int looked;
        do {
            looked = inbox.settle(BLOCK, notation, settings.receiptWindow());
        } while (looked == BLOCK);
    }
}
