package pl.kurenda.delivery.receipt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.account.MessageIdFormat;
import pl.kurenda.delivery.account.SmscAccount;
import pl.kurenda.delivery.account.SmscAccounts;
import pl.kurenda.ledger.inbox.DeliveryReceipt;
import pl.kurenda.ledger.receipt.ReceiptMatching;
import pl.kurenda.ledger.receipt.SegmentRef;

/**
 * Matches receipts to segments by message id, for each SMSC in its notation. An SMSC that is no longer configured is
 * matched as {@code auto}. Measures how long receipts waited for a match and counts those that settled nothing.
 */
@Component
class ReceiptIdMatcher implements ReceiptMatching {
    /** The longest validity that the settings allow. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(2)
    };

    private final Map<String, MessageIdNotation> bySmsc;
    private final Clock clock;
    private final Timer lag;
    private final Map<ReceiptMatching.End, Counter> ends = new EnumMap<>(ReceiptMatching.End.class);

    ReceiptIdMatcher(SmscAccounts accounts, Clock clock, MeterRegistry registry) {
        this.bySmsc = new ConcurrentHashMap<>(accounts.connected().stream()
                .collect(Collectors.toMap(
                        SmscAccount::name,
                        account -> new MessageIdNotation(
                                account.settings().idFormat(),
                                account.settings().validity()))));
        this.clock = clock;
        this.lag = Timer.builder("kurenda.receipts.lag")
                .description("From the arrival of a receipt to its match with a segment")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        for (ReceiptMatching.End how : ReceiptMatching.End.values()) {
            ends.put(
                    how,
                    Counter.builder("kurenda.receipts.unsettling")
                            .description("Receipts that settled nothing, by why")
                            .tag("why", how.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    @Override
    public Set<String> keys(DeliveryReceipt receipt) {
        return of(receipt).keys(receipt);
    }

    @Override
    public Optional<String> likelyKey(DeliveryReceipt receipt) {
        return of(receipt).likelyKey(receipt);
    }

    @Override
    public Duration validity(DeliveryReceipt receipt) {
        return of(receipt).validity();
    }

    @Override
    public Optional<SegmentRef> pick(DeliveryReceipt receipt, List<SegmentRef> candidates) {
        Optional<SegmentRef> found = of(receipt).pick(receipt, candidates);
        if (found.isPresent()) {
            lag.record(Duration.between(receipt.receivedAt(), clock.instant()));
        }
        return found;
    }

    @Override
    public void ended(ReceiptMatching.End how, int receipts) {
        ends.get(how).increment(receipts);
    }

    private MessageIdNotation of(DeliveryReceipt receipt) {
        return bySmsc.computeIfAbsent(receipt.smsc(), gone -> new MessageIdNotation(MessageIdFormat.AUTO, LONGEST));
    }
}
