package pl.kurenda.delivery.receipt;

import org.springframework.stereotype.Component;
import pl.kurenda.delivery.DeliverySettings;
import pl.kurenda.delivery.Traffic;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.receipt.ReceiptInbox;
import pl.kurenda.ledger.receipt.ReceiptMatching;

/** Matches receipts that wait in the inbox to their segments. */
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
     * Settles receipts that are due, block by block: while reminders are leaving one block a turn of all nodes together, since
     * a receipt that is stored can wait and a send window closes; else all there are. Not for several threads at once.
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
