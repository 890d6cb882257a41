package pl.kurenda.ledger.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.ledger.inbox.DeliveryReceipt;

/** Matches stored receipts to their segments. A receipt without a segment waits and is tried again. */
@Service
public class JdbcReceipts implements ReceiptInbox {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcReceipts.class);
    static final Set<String> ENDS = Set.of("DELIVERED", "EXPIRED", "DELETED", "UNDELIVERABLE", "REJECTED");

    private final LedgerJdbc ledgerJdbc;
    private final ReceiptSettlement receiptSettlement;
    private final UnknownReminders unknown;
    private final Clock clock;

    public JdbcReceipts(
            LedgerJdbc ledgerJdbc, ReceiptSettlement receiptSettlement, UnknownReminders unknown, Clock clock) {
        this.ledgerJdbc = ledgerJdbc;
        this.receiptSettlement = receiptSettlement;
        this.unknown = unknown;
        this.clock = clock;
    }

    @Override
    public int settle(int limit, ReceiptMatching matching, Duration window) {
        try {
            return ledgerJdbc.inTransaction(() -> settle(due(limit), matching, window));
        } catch (DataIntegrityViolationException refused) {
            // One bad receipt would block all the others that are due, so settle them one by one.
            return settleSingly(ledgerJdbc.inTransaction(() -> due(limit)), matching, window);
        }
    }

    private int settleSingly(List<Due> due, ReceiptMatching matching, Duration window) {
        for (Due receipt : due) {
            try {
                ledgerJdbc.transact(() -> settle(still(receipt), matching, window));
            } catch (DataIntegrityViolationException refused) {
                LOG.error(
                        "Receipt {} cannot be settled and waits: {}",
                        receipt.id(),
                        refused.getClass().getSimpleName());
                ledgerJdbc.transact(() -> wait(List.of(receipt), window));
            }
        }
        return due.size();
    }

    private int settle(List<Due> due, ReceiptMatching matching, Duration window) {
        List<Due> telling = new ArrayList<>();
        List<Long> ignored = new ArrayList<>();
        for (Due receipt : due) {
            if (tellsTheEnd(receipt.note())) {
                telling.add(receipt);
            } else {
                ignored.add(receipt.id());
                matching.ended(
                        receipt.note().stat() == null
                                ? ReceiptMatching.End.UNREADABLE
                                : ReceiptMatching.End.INTERMEDIATE,
                        1);
            }
        }
        mark(ignored, "IGNORED");
        match(telling, matching, window);
        return due.size();
    }

    /** Returns whether the receipt has a final state. Other receipts are kept but change nothing. */
    private static boolean tellsTheEnd(DeliveryReceipt note) {
        return note.stat() != null && ENDS.contains(note.stat());
    }

    private void match(List<Due> receipts, ReceiptMatching matching, Duration window) {
        Map<Long, ReceiptSettlement.Match> found = new HashMap<>();
        ReceiptCandidates receiptCandidates =
                ReceiptCandidates.of(receipts.stream().map(Due::note).toList(), matching, window, ledgerJdbc);
        for (Due receipt : receipts) {
            DeliveryReceipt note = receipt.note();
            List<SegmentRef> fitting = receiptCandidates.fitting(note);
            matching.pick(note, fitting)
                    .map(segment -> new ReceiptSettlement.Match(segment, note, true))
                    .or(() -> fitting.isEmpty()
                            ? unknown.segmentOf(note).map(segment -> new ReceiptSettlement.Match(segment, note, false))
                            : Optional.empty())
                    .ifPresent(match -> found.put(receipt.id(), match));
        }
        receiptSettlement.settle(receipts.stream()
                .filter(r -> found.containsKey(r.id()))
                .map(r -> found.get(r.id()))
                .toList());
        remove(found.keySet());
        count(
                ReceiptMatching.End.REPEATED,
                found.values().stream().filter(m -> m.segment().ended()),
                matching);
        List<Due> nobodys =
                receipts.stream().filter(r -> !found.containsKey(r.id())).toList();
        Instant unmatched = clock.instant().minus(window);
        count(
                ReceiptMatching.End.UNMATCHED,
                nobodys.stream().filter(r -> r.note().receivedAt().isBefore(unmatched)),
                matching);
        wait(nobodys, window);
    }

    private static void count(ReceiptMatching.End how, Stream<?> receipts, ReceiptMatching matching) {
        int count = (int) receipts.count();
        if (count > 0) {
            matching.ended(how, count);
        }
    }

    private List<Due> due(int limit) {
        return ledgerJdbc
                .sql()
                .query(
                        """
                        select * from receipt_inbox where state = 'NEW' and next_try_at <= :now
                        order by next_try_at, id limit :limit for update skip locked""",
                        Map.of("now", Utc.of(clock.instant()), "limit", limit),
                        (rs, n) -> new Due(rs.getLong("id"), note(rs)));
    }

    /** Locks the receipt again; empty if another node has taken it. */
    private List<Due> still(Due receipt) {
        return ledgerJdbc
                .sql()
                .query(
                        "select * from receipt_inbox where id = :id and state = 'NEW' for update skip locked",
                        Map.of("id", receipt.id()),
                        (rs, n) -> new Due(rs.getLong("id"), note(rs)));
    }

    private static DeliveryReceipt note(ResultSet rs) throws SQLException {
        return new DeliveryReceipt(
                rs.getString("smsc"),
                rs.getString("message_id"),
                rs.getString("msisdn"),
                rs.getString("stat"),
                rs.getString("error_code"),
                rs.getObject("user_message_reference", Integer.class),
                Utc.instant(rs.getObject("received_at", LocalDateTime.class)));
    }

    // The statements here and below name the key. On a small table the optimizer would otherwise read the whole table
    // and wait for rows that other nodes have locked.
    /** Deletes receipts whose content is now stored with their segments. */
    private void remove(Set<Long> ids) {
        if (!ids.isEmpty()) {
            ledgerJdbc.update(
                    "delete i from receipt_inbox i force index (primary) where i.id in (:ids)", Map.of("ids", ids));
        }
    }

    private void mark(List<Long> ids, String state) {
        if (!ids.isEmpty()) {
            ledgerJdbc.update(
                    "update receipt_inbox force index (primary) set state = :state where id in (:ids)",
                    Map.of("state", state, "ids", ids));
        }
    }

    /**
     * Plans the next try: after 0.25 s, 0.5 s, 1 s and so on, up to ten minutes. After the window the receipt is
     * unmatched.
     */
    private void wait(List<Due> receipts, Duration window) {
        if (receipts.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        ledgerJdbc.update(
                """
                update receipt_inbox force index (primary) set state = if(received_at < :unmatched, 'UNMATCHED', 'NEW'),
                  next_try_at = :now + interval least(600000000, 250000 * pow(2, least(tries, 20))) microsecond,
                  tries = tries + 1
                where id in (:ids)""",
                Map.of(
                        "unmatched", Utc.of(now.minus(window)),
                        "now", Utc.of(now),
                        "ids", receipts.stream().map(Due::id).toList()));
    }

    /** A receipt that is due. */
    private record Due(long id, DeliveryReceipt note) {}
}
