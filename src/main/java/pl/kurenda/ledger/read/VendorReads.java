package pl.kurenda.ledger.read;

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
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.SandboxSource;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.ledger.optout.OptOut;
import pl.kurenda.recipient.Msisdn;

/**
 * Reads what a vendor may see of its own sources. If several vendors serve one source, each sees only its own
 * submissions. All of them see the files that the domain system dropped.
 */
@Service
public class VendorReads {
    private static final String SELECT = """
            select r.id, r.batch_id, r.source, b.filed_name, r.line, r.reference, r.masked_phone, r.amount, r.due, r.state,
              r.reason, r.state_at, r.sent_at
            from reminder r""" + " ";
    private static final String WITH_FILE = " straight_join batch b on b.id = r.batch_id ";
    /** Condition on a batch b: no other vendor submitted it. */
    private static final String VISIBLE = """
            not exists (select 1 from submission s where s.source = b.source and s.file_sha256 = b.sha256
              and s.file_name = b.file_name and s.vendor <> :vendor)""";

    /**
     * Looks up each number in the order of the list. With {@code exists} the database would sometimes read all
     * reminders first.
     */
    private static final String OPT_OUTS = """
            select straight_join c.id, o.msisdn, o.since, o.who, o.why
            from opt_out_change c force index (primary) join opt_out o on o.msisdn = c.msisdn
            where c.id > :after and c.opted_out
              and c.id = (select max(x.id) from opt_out_change x where x.msisdn = o.msisdn and x.opted_out)
              and 1 = (
                select 1 from reminder r force index (reminder_msisdn) straight_join batch b on b.id = r.batch_id
                where r.msisdn = o.msisdn and r.source in (:sources) and""" + " " + VISIBLE + """
             limit 1)
            order by c.id limit :limit""";

    private final LedgerJdbc ledgerJdbc;

    VendorReads(LedgerJdbc ledgerJdbc) {
        this.ledgerJdbc = ledgerJdbc;
    }

    /**
     * Finds reminders by the reference of the debt, newest first.
     *
     * @param vendor that asks
     * @param source name in the ledger
     * @param count how many at most, 1 or more
     */
    public List<FoundReminder> byReference(String vendor, String source, String reference, int count) {
        return query(
                "force index (reminder_reference)" + WITH_FILE
                        + "where r.reference = :reference and r.source = :source and " + VISIBLE
                        + " order by r.id desc limit :count",
                new MapSqlParameterSource("reference", reference)
                        .addValue("vendor", vendor)
                        .addValue("source", source)
                        .addValue("count", count));
    }

    /**
     * Returns the reminders of a batch, ordered by line.
     *
     * @param after the last line that was read; 0 to start from the beginning
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

    /** Finds a reminder of these sources, if the vendor may see it. */
    public Optional<FoundReminder> reminder(String vendor, Collection<String> sources, long id) {
        return query(
                        WITH_FILE + "where r.id = :id and r.source in (:sources) and " + VISIBLE,
                        new MapSqlParameterSource("id", id)
                                .addValue("vendor", vendor)
                                .addValue("sources", sources))
                .stream()
                .findFirst();
    }

    private List<FoundReminder> query(String rest, MapSqlParameterSource values) {
        return ledgerJdbc.sql().query(SELECT + rest, values, (rs, n) -> found(rs));
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
     * Returns opted-out numbers in the order of their opt-outs. Only numbers that the vendor has reminded, or would
     * have, so it learns nothing about other people.
     *
     * @param vendor that asks
     * @param sources names in the ledger; sandboxes have no opt-outs
     * @param after the last position that was read; 0 to start from the beginning
     * @param limit how many at most, 1 or more
     */
    public OptOutPage optOuts(String vendor, Collection<String> sources, long after, int limit) {
        List<String> real =
                sources.stream().filter(source -> !SandboxSource.is(source)).toList();
        if (real.isEmpty()) {
            return new OptOutPage(List.of(), after, false);
        }
        List<OptOutPage.Entry> found = ledgerJdbc
                .sql()
                .query(
                        OPT_OUTS,
                        Map.of("vendor", vendor, "after", after, "sources", real, "limit", limit + 1),
                        (rs, n) -> new OptOutPage.Entry(
                                rs.getLong(1),
                                new OptOut(
                                        new Msisdn(rs.getString(2)),
                                        Utc.instant(rs.getObject(3, LocalDateTime.class)),
                                        rs.getString(4),
                                        rs.getString(5))));
        boolean more = found.size() > limit;
        List<OptOutPage.Entry> page = more ? found.subList(0, limit) : found;
        long next = page.isEmpty() ? after : page.get(page.size() - 1).position();
        return new OptOutPage(page.stream().map(OptOutPage.Entry::optOut).toList(), next, more);
    }

    /**
     * A part of the list.
     *
     * @param optOuts in the order in which they were made
     * @param next pass this as {@code after} to read the next part
     * @param more whether the next part already has opt-outs
     */
    public record OptOutPage(List<OptOut> optOuts, long next, boolean more) {
        private record Entry(long position, OptOut optOut) {}
    }
}
