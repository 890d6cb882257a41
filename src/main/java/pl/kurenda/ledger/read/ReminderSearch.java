package pl.kurenda.ledger.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.ledger.decision.DecisionRules;
import pl.kurenda.recipient.Msisdn;

/**
 * Finds reminders for the pages, for example when a resident calls. Newest first. Each query has an index hint, because
 * reading all reminders would take seconds.
 */
@Service
public class ReminderSearch {
    private static final String COLUMNS = """
            r.id, r.batch_id, r.source, b.filed_name, r.line, r.reference, r.masked_phone, r.amount, r.due, r.state, r.reason,
              r.state_at, r.sent_at""" + " ";
    private static final String FIND = "select " + COLUMNS + "from reminder r force index (";
    private static final String WITH_FILE = ") straight_join batch b on b.id = r.batch_id where ";

    private static final String NEWEST_FIRST = " order by r.id desc limit :count";

    private final LedgerJdbc ledgerJdbc;
    private final ReminderHistories stories;

    public ReminderSearch(LedgerJdbc ledgerJdbc, ReminderHistories stories) {
        this.ledgerJdbc = ledgerJdbc;
        this.stories = stories;
    }

    /**
     * Finds reminders by phone number.
     *
     * @param after id of the last one that was seen; 0 to start from the beginning
     * @param count how many at most, 1 or more
     */
    public List<FoundReminder> byPhone(Msisdn phone, long after, int count) {
        return find(
                FIND + "reminder_msisdn" + WITH_FILE + "r.msisdn = :phone and r.id < :before" + NEWEST_FIRST,
                Map.of("phone", phone.digits(), "before", before(after), "count", count));
    }

    /**
     * Finds reminders by the reference of the debt, ignoring case.
     *
     * @param after id of the last one that was seen; 0 to start from the beginning
     * @param count how many at most, 1 or more
     */
    public List<FoundReminder> byReference(String reference, long after, int count) {
        return find(
                FIND + "reminder_reference" + WITH_FILE + "r.reference = :reference and r.id < :before" + NEWEST_FIRST,
                Map.of("reference", reference, "before", before(after), "count", count));
    }

    private static long before(long after) {
        return after == 0 ? Long.MAX_VALUE : after;
    }

    /**
     * Finds reminders by the name of the file in {@code done}, in any source.
     *
     * @param line line on which the record starts; null finds all reminders of the file, ordered by line
     * @param after id of the last one that was seen; 0 to start from the beginning
     * @param count how many at most, 1 or more
     */
    public List<FoundReminder> byFile(String file, Integer line, long after, int count) {
        Optional<Place> seen = place(after);
        List<Long> ids = ledgerJdbc
                .sql()
                .queryForList(
                        """
                        select id from batch force index (batch_filed)
                        where source in (select distinct source from batch force index (batch_filed)) and filed_name = :file
                          and id <= :last
                        order by id desc""",
                        Map.of("file", file, "last", seen.map(Place::batchId).orElse(Long.MAX_VALUE)),
                        Long.class);
        List<FoundReminder> found = new ArrayList<>();
        for (Long id : ids) {
            int from =
                    seen.filter(place -> place.batchId() == id).map(Place::line).orElse(0);
            found.addAll(inFile(id, line, from, count - found.size()));
        }
        return found;
    }

    private Optional<Place> place(long reminderId) {
        return reminderId == 0
                ? Optional.empty()
                : ledgerJdbc
                        .sql()
                        .query(
                                "select batch_id, line from reminder where id = :id",
                                Map.of("id", reminderId),
                                (row, n) -> new Place(row.getLong(1), row.getInt(2)))
                        .stream()
                        .findFirst();
    }

    private List<FoundReminder> inFile(long batchId, Integer line, int from, int count) {
        if (count <= 0) {
            return List.of();
        }
        Map<String, Object> values = new HashMap<>(Map.of("batch", batchId, "from", from, "count", count));
        values.put("line", line);
        return find(
                FIND + "reminder_line" + WITH_FILE + "r.batch_id = :batch and r.line > :from"
                        + (line == null ? "" : " and r.line = :line") + " order by r.line limit :count",
                values);
    }

    /**
     * Finds UNKNOWN reminders, ordered by id.
     *
     * @param after id of the last one that was seen; 0 to start from the beginning
     * @param count how many at most, 1 or more
     */
    public List<Unknown> unknown(long after, int count) {
        return ledgerJdbc
                .sql()
                .query(
                        "select " + COLUMNS + ", " + DecisionRules.WITNESSED
                                + " from reminder r force index (reminder_watched) straight_join batch b on b.id = r.batch_id"
                                + DecisionRules.WITNESSES
                                + "where r.watched = 'UNKNOWN' and r.id > :after order by r.id limit :count",
                        Map.of("after", after, "count", count),
                        (row, n) -> new Unknown(found(row), row.getBoolean(14)));
    }

    /** Returns everything about one reminder. */
    public Optional<ReminderHistory> story(long reminderId) {
        return find(
                        "select " + COLUMNS + "from reminder r join batch b on b.id = r.batch_id where r.id = :id",
                        Map.of("id", reminderId))
                .stream()
                .map(stories::of)
                .findFirst();
    }

    private List<FoundReminder> find(String query, Map<String, ?> values) {
        return ledgerJdbc.sql().query(query, values, (row, n) -> found(row));
    }

    private static FoundReminder found(ResultSet row) throws SQLException {
        return new FoundReminder(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getObject(9, LocalDate.class),
                ReminderState.valueOf(row.getString(10)),
                row.getString(11),
                Utc.instant(row.getObject(12, LocalDateTime.class)),
                Utc.instant(row.getObject(13, LocalDateTime.class)));
    }

    /** The file and line of a reminder. */
    private record Place(long batchId, int line) {}

    /**
     * An UNKNOWN reminder.
     *
     * @param reminder its entry in a list
     * @param witnessed whether an unmatched receipt for its number exists, so that it may have been delivered
     */
    public record Unknown(FoundReminder reminder, boolean witnessed) {}
}
