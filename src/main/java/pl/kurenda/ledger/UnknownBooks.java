package pl.kurenda.ledger;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reminders of unknown fate: a receipt proves that one went out after all, though its message id was never seen. */
@Component
class UnknownBooks {
    /** A receipt is not taken for a reminder that became unknown longer ago than this. */
    private static final Duration WITHIN = Duration.ofHours(72);

    private final Books books;

    UnknownBooks(Books books) {
        this.books = books;
    }

    /** The one segment of unknown fate to that destination with that user_message_reference, if it is just one. */
    Optional<SegmentRef> segmentOf(ReceiptNote receipt) {
        if (receipt.userMessageReference() == null) {
            return Optional.empty();
        }
        List<SegmentRef> fitting = new ArrayList<>();
        LocalDateTime since = Utc.of(receipt.receivedAt().minus(WITHIN));
        books.sql().query("""
                        select id, segments from reminder
                        where msisdn = :msisdn and state = 'UNKNOWN' and state_at >= :since""", Map.of("msisdn", receipt.msisdn(), "since", since), rs -> {
            for (int number = 1; number <= rs.getInt(2); number++) {
                if (MessageReference.of(rs.getLong(1), number) == receipt.userMessageReference()) {
                    fitting.add(new SegmentRef(rs.getLong(1), number, MessageKey.of(receipt.messageId())));
                }
            }
        });
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }
}
