package pl.kurenda.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.ReceiptInbox;
import pl.kurenda.ledger.ReceiptMatching;

/** Matches receipts that wait in the inbox to their segments. */
@Component
public class ReceiptMatcher {
    private static final int BLOCK = 500;

    private final ReceiptInbox inbox;
    private final ReceiptMatching matching;
    private final DeliverySettings settings;
    private final Traffic traffic;

    ReceiptMatcher(
            ReceiptInbox inbox,
            MessageIdNotations notation,
            DeliverySettings settings,
            Traffic traffic,
            Clock clock,
            MeterRegistry meters) {
        this.inbox = inbox;
        this.matching = new TimedMatching(notation, clock, meters);
        this.settings = settings;
        this.traffic = traffic;
    }

    /**
     * Settles receipts that are due, block by block: one block while reminders are leaving, since a receipt that is stored can
     * wait and a send window closes; else all there are.
     */
    public void match() {
        int looked;
        do {
            looked = inbox.settle(BLOCK, matching, settings.receiptWindow());
        } while (looked == BLOCK && !traffic.busy());
    }
}
