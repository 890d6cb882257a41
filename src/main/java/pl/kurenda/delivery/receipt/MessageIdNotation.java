package pl.kurenda.delivery.receipt;

import java.math.BigInteger;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.kurenda.delivery.account.MessageIdFormat;
import pl.kurenda.ledger.inbox.DeliveryReceipt;
import pl.kurenda.ledger.receipt.MessageKey;
import pl.kurenda.ledger.receipt.SegmentRef;

/**
 * Finds the segment for a receipt by its message id, for one SMSC. SMSCs may write the same id in two notations, for
 * example hexadecimal in submit_sm_resp and decimal in the receipt. Under {@code auto} every notation is tried. If
 * several fit, the one that was the only fitting one often enough decides. If there is no such notation, nothing is
 * settled.
 */
final class MessageIdNotation {
    private static final int ENOUGH = 20;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,40}");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{1,32}");

    private final MessageIdFormat format;
    private final Duration validity;
    private final Map<MessageIdFormat, Long> seen = new EnumMap<>(MessageIdFormat.class);

    /** @param validity how long the SMSC tries to deliver */
    MessageIdNotation(MessageIdFormat format, Duration validity) {
        this.format = format;
        this.validity = validity;
    }

    Duration validity() {
        return validity;
    }

    Set<String> keys(DeliveryReceipt receipt) {
        String key = MessageKey.of(receipt.messageId());
        Set<String> keys = new LinkedHashSet<>();
        if (key != null) {
            for (MessageIdFormat notation : notations()) {
                keyOfResponse(key, notation).ifPresent(keys::add);
            }
        }
        return keys;
    }

    synchronized Optional<String> likelyKey(DeliveryReceipt receipt) {
        String key = MessageKey.of(receipt.messageId());
        return key == null
                ? Optional.empty()
                : notations().stream()
                        .filter(this::proven)
                        .findFirst()
                        .flatMap(notation -> keyOfResponse(key, notation));
    }

    private List<MessageIdFormat> notations() {
        return format == MessageIdFormat.AUTO
                ? List.of(MessageIdFormat.SAME, MessageIdFormat.HEX_IN_RESPONSE, MessageIdFormat.HEX_IN_RECEIPT)
                : List.of(format);
    }

    /** The id as the submit_sm_resp wrote it, converted from the receipt's key. */
    private static Optional<String> keyOfResponse(String key, MessageIdFormat notation) {
        return switch (notation) {
            case AUTO, SAME -> Optional.of(key);
            case HEX_IN_RESPONSE ->
                DECIMAL.matcher(key).matches() ? Optional.of(new BigInteger(key).toString(16)) : Optional.empty();
            case HEX_IN_RECEIPT ->
                HEXADECIMAL.matcher(key).matches() ? Optional.of(new BigInteger(key, 16).toString()) : Optional.empty();
        };
    }

    synchronized Optional<SegmentRef> pick(DeliveryReceipt receipt, List<SegmentRef> candidates) {
        if (candidates.size() == 1) {
            learn(receipt, candidates.get(0));
            return Optional.of(candidates.get(0));
        }
        return candidates.isEmpty() ? Optional.empty() : decide(receipt, candidates);
    }

    private void learn(DeliveryReceipt receipt, SegmentRef segment) {
        Set<MessageIdFormat> fitting = notationsOf(receipt, segment);
        if (fitting.size() == 1) {
            seen.merge(fitting.iterator().next(), 1L, Long::sum);
        }
    }

    private Optional<SegmentRef> decide(DeliveryReceipt receipt, List<SegmentRef> candidates) {
        List<SegmentRef> fitting = candidates.stream()
                .filter(c -> notationsOf(receipt, c).stream().anyMatch(this::proven))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private boolean proven(MessageIdFormat notation) {
        return seen.size() == 1 && seen.getOrDefault(notation, 0L) >= ENOUGH;
    }

    private Set<MessageIdFormat> notationsOf(DeliveryReceipt receipt, SegmentRef segment) {
        String key = MessageKey.of(receipt.messageId());
        return notations().stream()
                .filter(n -> keyOfResponse(key, n)
                        .filter(segment.messageKey()::equals)
                        .isPresent())
                .collect(Collectors.toSet());
    }
}
