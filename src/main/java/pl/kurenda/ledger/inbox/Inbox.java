package pl.kurenda.ledger.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.receipt.ReceiptInbox;

/**
 * Where messages from the SMSC are stored before they are acknowledged: delivery receipts and opt-out requests. Receipts
 * are settled by {@link ReceiptInbox}, requests by {@link OptOutRequests}.
 */
@Service("receiptInbox")
public class Inbox {

    public Inbox() {}

    /** Makes the entities that the {@code jpa:} component persists, in one transaction, before the acknowledgement. */
    public List<Object> entries(List<? extends InboundMessage> delivered) {
        return delivered.stream().map(Inbox::entry).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Object entry(InboundMessage one) {
        return one instanceof DeliveryReceipt note
                ? new DeliveryReceiptEntity(note)
                : new OptOutRequestEntity((OptOutRequest) one);
    }
}
