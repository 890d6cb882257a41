package pl.kurenda.ledger.receipt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.ledger.inbox.DeliveryReceipt;

/**
 * Finds the segments that a block of receipts may belong to, by message key. An id alone is weak evidence: SMSCs reuse
 * ids when their counter wraps or after a restart, so an earlier message to the same phone can have the same id.
 */
final class ReceiptCandidates {
    private final ReceiptMatching matching;
    private final Duration window;
    private final Map<DeliveryReceipt, String> likely = new HashMap<>();
    private final Map<DeliveryReceipt, Set<String>> keys = new HashMap<>();
    private final Map<String, List<Candidate>> byKey = new HashMap<>();
    /** Phones with a message that was sent, or may have been sent, and whose message id is not recorded yet. */
    private final Set<String> unanswered = new HashSet<>();

    private ReceiptCandidates(ReceiptMatching matching, Duration window) {
        this.matching = matching;
        this.window = window;
    }

    /**
     * Looks up the likely key of each receipt. Where that finds nothing, looks up all keys of the receipt.
     *
     * @param window how long after the end of its validity a message may still get its receipt
     */
    static ReceiptCandidates of(
            Collection<DeliveryReceipt> receipts, ReceiptMatching matching, Duration window, LedgerJdbc ledgerJdbc) {
        ReceiptCandidates receiptCandidates = new ReceiptCandidates(matching, window);
        receipts.forEach(note -> matching.likelyKey(note).ifPresent(key -> receiptCandidates.likely.put(note, key)));
        receiptCandidates.find(new HashSet<>(receiptCandidates.likely.values()), ledgerJdbc);
        List<DeliveryReceipt> rest = new ArrayList<>();
        for (DeliveryReceipt note : receipts) {
            Optional<String> key = Optional.ofNullable(receiptCandidates.likely.get(note));
            if (key.filter(k -> !receiptCandidates.best(note, Set.of(k)).isEmpty())
                    .isEmpty()) {
                rest.add(note);
            }
        }
        receiptCandidates.find(
                rest.stream()
                        .flatMap(note -> receiptCandidates.keys(note).stream())
                        .collect(Collectors.toSet()),
                ledgerJdbc);
        receiptCandidates.findUnanswered(receipts, ledgerJdbc);
        return receiptCandidates;
    }

    /**
     * Returns the segments that match the receipt in key, SMSC, destination and time. Leaves out doubtful matches while
     * the receipt may belong to a message whose submit response has not been recorded.
     */
    List<SegmentRef> fitting(DeliveryReceipt note) {
        return best(note, keys(note)).stream()
                .filter(c -> !unanswered.contains(note.msisdn()) || !doubtful(note, c))
                .map(Candidate::segment)
                .toList();
    }

    private Set<String> keys(DeliveryReceipt note) {
        return keys.computeIfAbsent(note, matching::keys);
    }

    /** Prefers segments with the reference of the receipt, then segments that still wait for a receipt. */
    private List<Candidate> best(DeliveryReceipt note, Set<String> keys) {
        Instant since = note.receivedAt().minus(window).minus(matching.validity(note));
        List<Candidate> all = keys.stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .filter(c -> c.smsc().equals(note.smsc()) && c.msisdn().equals(note.msisdn()))
                .filter(c -> c.answeredAt().isAfter(since))
                .toList();
        return all.size() < 2
                ? all
                : preferred(
                        preferred(all, c -> c.isNamedBy(note)),
                        c -> !c.segment().ended());
    }

    private static List<Candidate> preferred(List<Candidate> all, Predicate<Candidate> sign) {
        List<Candidate> some = all.stream().filter(sign).toList();
        return some.isEmpty() ? all : some;
    }

    /**
     * Returns whether the match is weak: the reference differs, the segment already has a receipt, or the key is
     * unlikely.
     */
    private boolean doubtful(DeliveryReceipt note, Candidate candidate) {
        if (note.userMessageReference() != null) {
            return !candidate.isNamedBy(note);
        }
        String key = candidate.segment().messageKey();
        return candidate.segment().ended() || !likely.getOrDefault(note, key).equals(key);
    }

    private void find(Set<String> wanted, LedgerJdbc ledgerJdbc) {
        Set<String> unknown = new HashSet<>(wanted);
        unknown.removeAll(byKey.keySet());
        if (unknown.isEmpty()) {
            return;
        }
        ledgerJdbc.sql().query("""
                        select s.reminder_id, s.number, s.message_key, s.smsc, r.msisdn, s.answered_at, s.final_at is not null
                        from segment s force index (segment_message) straight_join reminder r on r.id = s.reminder_id
                        where s.message_key in (:keys)""", Map.of("keys", unknown), rs -> {
            SegmentRef segment = new SegmentRef(rs.getLong(1), rs.getInt(2), rs.getString(3), rs.getBoolean(7));
            Instant answeredAt = Utc.instant(rs.getObject(6, LocalDateTime.class));
            byKey.computeIfAbsent(segment.messageKey(), key -> new ArrayList<>())
                    .add(new Candidate(segment, rs.getString(4), rs.getString(5), answeredAt));
        });
    }

    /**
     * Finds phones with a message whose id is not recorded yet. Runs only if there are doubtful matches. Then looks up
     * their keys again, to find responses recorded in the meantime.
     */
    private void findUnanswered(Collection<DeliveryReceipt> receipts, LedgerJdbc ledgerJdbc) {
        List<DeliveryReceipt> doubts = receipts.stream()
                .filter(note -> best(note, keys(note)).stream().anyMatch(c -> doubtful(note, c)))
                .toList();
        if (doubts.isEmpty()) {
            return;
        }
        Set<String> phones = doubts.stream().map(DeliveryReceipt::msisdn).collect(Collectors.toSet());
        unanswered.addAll(ledgerJdbc.sql().queryForList("""
                        select distinct msisdn from reminder force index (reminder_msisdn)
                        where msisdn in (:phones) and (state in ('SUBMITTING', 'UNKNOWN')
                          or state in ('QUEUED', 'CLAIMED') and attempts > 0)""", Map.of("phones", phones), String.class));
        Set<String> again = doubts.stream().flatMap(note -> keys(note).stream()).collect(Collectors.toSet());
        byKey.keySet().removeAll(again);
        find(again, ledgerJdbc);
    }

    private record Candidate(SegmentRef segment, String smsc, String msisdn, Instant answeredAt) {
        boolean isNamedBy(DeliveryReceipt note) {
            return note.userMessageReference() != null
                    && note.userMessageReference() == MessageReference.of(segment.reminderId(), segment.number());
        }
    }
}
