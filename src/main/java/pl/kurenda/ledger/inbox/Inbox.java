package pl.kurenda.ledger.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.receipt.ReceiptInbox;

/**
 * Prepares delivery receipts and opt-out requests from the SMSC for storage before they are acknowledged. {@link
 * ReceiptInbox} settles the receipts and {@link OptOutRequests} the requests.
 */
@Service("receiptInbox")
public class Inbox {

    public Inbox() {}

    /** Creates the entities that the {@code jpa:} component persists in one transaction before the acknowledgement. */
    public List<Object> entries(List<? extends InboundMessage> delivered) {
        return delivered.stream().map(Inbox::entry).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Object entry(InboundMessage one) {
        return one instanceof DeliveryReceipt note
                ? new DeliveryReceiptEntity(note)
                : new OptOutRequestEntity((OptOutRequest) one);
    }
}
