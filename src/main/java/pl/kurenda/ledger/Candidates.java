package pl.kurenda.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Segments that a block of receipts may mean, by message key. */
final class Candidates {
    private final Map<String, List<Candidate>> byKey = new HashMap<>();

    private Candidates() {}

    /** Looks for the likely key of each receipt, and for all keys of those for which that finds nothing. */
    static Candidates of(Collection<ReceiptNote> receipts, ReceiptMatching matching, Books books) {
        Candidates candidates = new Candidates();
        Map<ReceiptNote, String> likely = new HashMap<>();
        receipts.forEach(note -> matching.likelyKey(note).ifPresent(key -> likely.put(note, key)));
        candidates.find(new HashSet<>(likely.values()), books);
        List<ReceiptNote> rest = new ArrayList<>();
        for (ReceiptNote note : receipts) {
            Optional<String> key = Optional.ofNullable(likely.get(note));
            if (key.filter(k -> !candidates.fitting(note, Set.of(k)).isEmpty()).isEmpty()) {
                rest.add(note);
            }
        }
        candidates.find(
                rest.stream().flatMap(note -> matching.keys(note).stream()).collect(Collectors.toSet()), books);
        return candidates;
    }

    /** Those with one of the keys, of the SMSC and the destination of the receipt. */
    List<SegmentRef> fitting(ReceiptNote note, Set<String> keys) {
        return keys.stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .filter(c -> c.smsc().equals(note.smsc()) && c.msisdn().equals(note.msisdn()))
                .map(Candidate::segment)
                .toList();
    }

    private void find(Set<String> wanted, Books books) {
        Set<String> keys = new HashSet<>(wanted);
        keys.removeAll(byKey.keySet());
        if (keys.isEmpty()) {
            return;
        }
        books.sql().query("""
                        select s.reminder_id, s.number, s.message_key, s.smsc, r.msisdn
                        from segment s force index (segment_message) straight_join reminder r on r.id = s.reminder_id
                        where s.message_key in (:keys)""", Map.of("keys", keys), rs -> {
            SegmentRef segment = new SegmentRef(rs.getLong(1), rs.getInt(2), rs.getString(3));
            byKey.computeIfAbsent(segment.messageKey(), key -> new ArrayList<>())
                    .add(new Candidate(segment, rs.getString(4), rs.getString(5)));
        });
    }

    private record Candidate(SegmentRef segment, String smsc, String msisdn) {}
}
