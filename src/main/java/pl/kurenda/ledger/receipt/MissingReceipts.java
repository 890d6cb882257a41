package pl.kurenda.ledger.receipt;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.ledger.inbox.DeliveryReceipt;

/**
 * Finds accepted segments without a receipt that should be queried, and records when they were queried. Query results
 * are settled like receipts.
 */
@Service
public class MissingReceipts {
    private final LedgerJdbc ledgerJdbc;
    private final ReceiptSettlement receiptSettlement;
    private final Clock clock;

    public MissingReceipts(LedgerJdbc ledgerJdbc, ReceiptSettlement receiptSettlement, Clock clock) {
        this.ledgerJdbc = ledgerJdbc;
        this.receiptSettlement = receiptSettlement;
        this.clock = clock;
    }

    /**
     * Takes the segments that are due for a query, so that no other node queries them.
     *
     * @param smsc SMSC that accepted them
     * @param after minimum time since the submit response, and since the last query
     * @param within maximum time to wait for a receipt
     * @param limit largest number of segments
     */
    public List<Segment> take(String smsc, Duration after, Duration within, int limit) {
        return ledgerJdbc.inTransaction(() -> {
            List<Segment> due = due(smsc, after, within, limit);
            ledgerJdbc.batch(
                    """
                    insert into segment_query (reminder_id, number, asked_at) values (:id, :number, :now)
                    on duplicate key update asked_at = :now""",
                    due.stream()
                            .map(s -> new MapSqlParameterSource("id", s.reminderId())
                                    .addValue("number", s.number())
                                    .addValue("now", Utc.of(clock.instant())))
                            .toList());
            return due;
        });
    }

    /** Skips segments that another node has locked, because that node queries them. */
    private List<Segment> due(String smsc, Duration after, Duration within, int limit) {
        return ledgerJdbc
                .sql()
                .query(
                        """
                        select s.reminder_id, s.number, s.smsc, s.message_id, r.sender
                        from segment s force index (segment_answered)
                        straight_join reminder r on r.id = s.reminder_id
                        left join segment_query q on q.reminder_id = s.reminder_id and q.number = s.number
                        where s.answered_at between :oldest and :limit and r.state in ('ENROUTE', 'UNKNOWN')
                          and s.final_at is null and s.message_key is not null and s.smsc = :smsc
                          and (q.asked_at is null or q.asked_at <= :limit)
                        limit :most for update skip locked""",
                        Map.of(
                                "oldest",
                                Utc.of(clock.instant().minus(within)),
                                "limit",
                                Utc.of(clock.instant().minus(after)),
                                "smsc",
                                smsc,
                                "most",
                                limit),
                        (rs, n) -> new Segment(
                                rs.getLong(1), rs.getInt(2), rs.getString(3), rs.getString(4), rs.getString(5)));
    }

    /**
     * Settles the segment like a receipt. A state that is not final changes nothing.
     *
     * @param stat message state as named in SMPP v3.4 §5.2.28
     * @param errorCode error code of the network
     */
    public void settle(Segment segment, String stat, String errorCode) {
        if (!JdbcReceipts.ENDS.contains(stat)) {
            return;
        }
        SegmentRef asked = new SegmentRef(segment.reminderId(), segment.number(), MessageKey.of(segment.messageId()));
        DeliveryReceipt note =
                new DeliveryReceipt(segment.smsc(), segment.messageId(), null, stat, errorCode, null, clock.instant());
        ledgerJdbc.transact(() -> receiptSettlement.settle(List.of(new ReceiptSettlement.Match(asked, note, true))));
    }

    /**
     * A segment to query.
     *
     * @param smsc SMSC that accepted it
     * @param messageId message id from submit_sm_resp
     * @param sender its source address
     */
    public record Segment(long reminderId, int number, String smsc, String messageId, String sender) {}
}
