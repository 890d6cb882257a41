package pl.kurenda.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.ReceiptMatching;
import pl.kurenda.ledger.ReceiptNote;
import pl.kurenda.ledger.SegmentRef;

/** How each SMSC writes message ids. One that is no longer among the settings is taken as {@code auto}. */
@Component
class MessageIdNotations implements ReceiptMatching {
    /** The longest validity there is. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Map<String, MessageIdNotation> bySmsc;

    MessageIdNotations(SmscAccounts accounts) {
        bySmsc = new ConcurrentHashMap<>(accounts.connected().stream()
                .collect(Collectors.toMap(
                        SmscAccount::name,
                        account -> new MessageIdNotation(
                                account.settings().idFormat(),
                                account.settings().validity()))));
    }

    @Override
    public Set<String> keys(ReceiptNote receipt) {
        return of(receipt).keys(receipt);
    }

    @Override
    public Optional<String> likelyKey(ReceiptNote receipt) {
        return of(receipt).likelyKey(receipt);
    }

    @Override
    public Optional<SegmentRef> pick(ReceiptNote receipt, List<SegmentRef> candidates) {
        return of(receipt).pick(receipt, candidates);
    }

    @Override
    public Duration validity(ReceiptNote receipt) {
        return of(receipt).validity(receipt);
    }

    private MessageIdNotation of(ReceiptNote receipt) {
        return bySmsc.computeIfAbsent(receipt.smsc(), gone -> new MessageIdNotation(MessageIdFormat.AUTO, LONGEST));
    }
}
