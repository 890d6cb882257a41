package pl.kurenda.delivery.receipt;

import org.springframework.stereotype.Component;
import pl.kurenda.delivery.DeliverySettings;
import pl.kurenda.delivery.Traffic;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.receipt.ReceiptInbox;
import pl.kurenda.ledger.receipt.ReceiptMatching;

/** Matches receipts in the inbox to their segments. */
@Component
public class ReceiptMatcher {
    private static final int BLOCK = 500;

    private final ReceiptInbox inbox;
    private final ReceiptMatching matching;
    private final DeliverySettings settings;
    private final Traffic traffic;
    private final NodeLease lease;
    private int turn;

    ReceiptMatcher(
            ReceiptInbox inbox,
            ReceiptIdMatcher matching,
            DeliverySettings settings,
            Traffic traffic,
            NodeLease lease) {
        this.inbox = inbox;
        this.matching = matching;
        this.settings = settings;
        this.traffic = traffic;
        this.lease = lease;
    }

    /**
     * Settles due receipts block by block. While reminders are being sent, all nodes together settle one block a turn,
     * because a stored receipt can wait but a send window closes. Otherwise it settles all receipts. Not thread-safe.
     */
    public void match() {
        turn = (turn + 1) % lease.living();
        if (turn != 0 && traffic.busy()) {
            return;
        }
        int looked;
        do {
            looked = inbox.settle(BLOCK, matching, settings.receiptWindow());
        } while (looked == BLOCK && !traffic.busy());
    }
}
