package pl.kurenda.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Service;
import pl.kurenda.recipient.Msisdn;

/** What a vendor reads of its sources, and of no other. */
@Service
public class VendorReads {
    private static final String SELECT = """
            select r.id, r.batch_id, r.source, b.filed_name, r.line, r.reference, r.masked_phone, r.amount, r.due, r.state,
              r.reason, r.state_at, r.sent_at
            from reminder r""" + " ";
    private static final String WITH_FILE = " straight_join batch b on b.id = r.batch_id ";

    private final Books books;

    VendorReads(Books books) {
        this.books = books;
    }

    /**
     * By the reference of the debt, the newest first.
     *
     * @param source as the ledger calls it
     * @param count how many at most, 1 or more
     */
    public List<FoundReminder> byReference(String source, String reference, int count) {
        return query(
                "force index (reminder_reference)" + WITH_FILE
                        + "where r.reference = :reference and r.source = :source order by r.id desc limit :count",
                new MapSqlParameterSource("reference", reference)
                        .addValue("source", source)
                        .addValue("count", count));
    }

    /**
     * Those of a batch, by line.
     *
     * @param after the line to go on behind; 0 from the beginning
     * @param count how many at most, 1 or more
     */
    public List<FoundReminder> ofBatch(long batchId, int after, int count) {
        return query(
                "force index (reminder_line)" + WITH_FILE
                        + "where r.batch_id = :batch and r.line > :after order by r.line limit :count",
                new MapSqlParameterSource("batch", batchId)
                        .addValue("after", after)
                        .addValue("count", count));
    }

    /** One of these sources' reminders. */
    public Optional<FoundReminder> reminder(Collection<String> sources, long id) {
        return query(
                        WITH_FILE + "where r.id = :id and r.source in (:sources)",
                        new MapSqlParameterSource("id", id).addValue("sources", sources))
                .stream()
                .findFirst();
    }

    private List<FoundReminder> query(String rest, MapSqlParameterSource values) {
        return books.sql().query(SELECT + rest, values, (rs, n) -> found(rs));
    }

    private static FoundReminder found(ResultSet rs) throws SQLException {
        return new FoundReminder(
                rs.getLong(1),
                rs.getLong(2),
                rs.getString(3),
                rs.getString(4),
                rs.getInt(5),
                rs.getString(6),
                rs.getString(7),
                rs.getLong(8),
                rs.getObject(9, LocalDate.class),
                ReminderState.valueOf(rs.getString(10)),
                rs.getString(11),
                Utc.instant(rs.getObject(12, LocalDateTime.class)),
                Utc.instant(rs.getObject(13, LocalDateTime.class)));
    }

    /**
     * The opted-out numbers that these sources have reminded or would have: a vendor learns nothing of other people. By
     * number.
     *
     * @param after digits of the number to go on behind; empty from the beginning
     * @param count how many at most, 1 or more
     */
    public List<OptOut> optOuts(Collection<String> sources, String after, int count) {
        return books.sql()
                .query(
                        """
                        select o.msisdn, o.since, o.who, o.why from opt_out o
                        where o.msisdn > :after and exists (
                          select 1 from reminder r force index (reminder_msisdn)
                          where r.msisdn = o.msisdn and r.source in (:sources))
                        order by o.msisdn limit :count""",
                        Map.of("after", after, "sources", sources, "count", count),
                        (rs, n) -> new OptOut(
                                new Msisdn(rs.getString(1)),
                                Utc.instant(rs.getObject(2, LocalDateTime.class)),
                                rs.getString(3),
                                rs.getString(4)));
    }
}
