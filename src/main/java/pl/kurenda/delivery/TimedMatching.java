package pl.kurenda.delivery;

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
import pl.kurenda.ledger.ReceiptMatching;
import pl.kurenda.ledger.ReceiptNote;
import pl.kurenda.ledger.SegmentRef;

/** Times how long receipts waited in the inbox until they found their segment, and counts those that settled nothing. */
final class TimedMatching implements ReceiptMatching {
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

    private final ReceiptMatching matching;
    private final Clock clock;
    private final Timer lag;
    private final Map<ReceiptMatching.End, Counter> ends = new EnumMap<>(ReceiptMatching.End.class);

    TimedMatching(ReceiptMatching matching, Clock clock, MeterRegistry registry) {
        this.matching = matching;
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
    public Set<String> keys(ReceiptNote receipt) {
        return matching.keys(receipt);
    }

    @Override
    public Optional<String> likelyKey(ReceiptNote receipt) {
        return matching.likelyKey(receipt);
    }

    @Override
    public void ended(ReceiptMatching.End how, int receipts) {
        ends.get(how).increment(receipts);
    }

    @Override
    public Duration validity(ReceiptNote receipt) {
        return matching.validity(receipt);
    }

    @Override
    public Optional<SegmentRef> pick(ReceiptNote receipt, List<SegmentRef> candidates) {
        Optional<SegmentRef> found = matching.pick(receipt, candidates);
        if (found.isPresent()) {
            lag.record(Duration.between(receipt.receivedAt(), clock.instant()));
        }
        return found;
    }
}
