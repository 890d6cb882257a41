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
 * What a vendor reads of its sources, and of no other. Where several vendors serve one source, what one of them sent in is
 * that one's alone; what the domain system dropped as files is for each of them.
 */
@Service
public class VendorReads {
    private static final String SELECT = """
            select r.id, r.batch_id, r.source, b.filed_name, r.line, r.reference, r.masked_phone, r.amount, r.due, r.state,
              r.reason, r.state_at, r.sent_at
            from reminder r""" + " ";
    private static final String WITH_FILE = " straight_join batch b on b.id = r.batch_id ";
    /** Of a batch b: not sent in by another vendor. */
    private static final String VISIBLE = """
            not exists (select 1 from submission s where s.source = b.source and s.file_sha256 = b.sha256
              and s.file_name = b.file_name and s.vendor <> :vendor)""";

    /**
     * Number by number, in the order of the list. As an {@code exists} the database would at times read every reminder there is
     * first.
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
     * By the reference of the debt, the newest first.
     *
     * @param vendor who asks
     * @param source as the ledger calls it
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

    /** One of these sources' reminders, as far as the vendor may see it. */
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
     * The opted-out numbers that the vendor has reminded or would have: it learns nothing of other people. In the order in which
     * they were opted out.
     *
     * @param vendor who asks
     * @param sources as the ledger calls them; of a sandbox there are none
     * @param after where to go on; 0 from the beginning
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
     * @param next where to go on
     * @param more whether there is more already
     */
    public record OptOutPage(List<OptOut> optOuts, long next, boolean more) {
        private record Entry(long position, OptOut optOut) {}
    }
}
