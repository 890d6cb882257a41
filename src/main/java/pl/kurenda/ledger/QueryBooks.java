package pl.kurenda.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Service;

/** Which segments the SMSC is asked for, and when they were; answers go the way of receipts. */
@Service
class QueryBooks implements Unanswered {
    private final Books books;
    private final Settlement settlement;
    private final Clock clock;

    QueryBooks(Books books, Settlement settlement, Clock clock) {
        this.books = books;
        this.settlement = settlement;
        this.clock = clock;
    }

    @Override
    public List<Segment> take(String smsc, Duration after, Duration within, int limit) {
        return books.inTransaction(() -> {
            List<Segment> due = due(smsc, after, within, limit);
            books.batch(
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

    /** What another node has just locked it asks for itself. */
    private List<Segment> due(String smsc, Duration after, Duration within, int limit) {
        return books.sql()
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

    @Override
    public void settle(Segment segment, String stat, String errorCode) {
        if (!ReceiptBooks.ENDS.contains(stat)) {
            return;
        }
        SegmentRef asked = new SegmentRef(segment.reminderId(), segment.number(), MessageKey.of(segment.messageId()));
        ReceiptNote note =
                new ReceiptNote(segment.smsc(), segment.messageId(), null, stat, errorCode, null, clock.instant());
        books.transact(() -> settlement.settle(List.of(new Settlement.Match(asked, note, true))));
    }
}
