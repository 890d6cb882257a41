package pl.kurenda.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.FileStory.FileDecisionMade;

/**
 * Reads loaded files and their rejected rows for the pages. A page reads a few index ranges, however many reminders
 * there are.
 */
@Service
public class FileArchive {
    private static final String ENTRY = """
            select id, source, filed_name, received_at, state, demo, row_count, rejected, held, queued, amount_total
            from batch""" + " ";
    /** Confirmations of opt-outs would push the files off the page. To see them, filter by their source. */
    private static final String NO_CONFIRMATIONS = " and source <> '" + OptOuts.SOURCE + "'";

    private static final int MOST_HELD = 10_000;
    private static final String FIRST_HELD = """
            select count(*), coalesce(sum(reason in (:holds)), 0) from (
              select reason from reminder force index (reminder_watched)
              where watched = 'HELD' and batch_id = :id
                and id >= (select id from reminder force index (reminder_line) where batch_id = :id order by line limit 1)
              limit :most) h
            """;
    private static final String ANY_HELD = """
            select 1 from reminder force index (reminder_line)
            where batch_id = :id and state = 'HELD' and reason in (:holds) limit 1
            """;

    private final Books books;
    private final BatchFigures figures;

    FileArchive(Books books, BatchFigures figures) {
        this.books = books;
        this.figures = figures;
    }

    /**
     * Returns one page of the list of files, newest first.
     *
     * @param source only of this source, or null
     * @param state only in this state (LOADING, LOADED or HELD), or null
     * @param from how many files to skip, from 0
     * @param count how many at most, 1 or more
     */
    public List<FileEntry> list(String source, String state, int from, int count) {
        Map<String, Object> values = new HashMap<>();
        values.put("source", source);
        values.put("state", state);
        values.put("from", from);
        values.put("count", count);
        String which = (source == null ? NO_CONFIRMATIONS : " and source = :source")
                + (state == null ? "" : " and state = :state");
        // without the hint a small table would be read and sorted as a whole
        return books.sql()
                .query(
                        ENTRY + "force index (batch_received) where true" + which
                                + " order by received_at desc, id desc limit :from, :count",
                        values,
                        (row, n) -> entry(row));
    }

    /** Returns the names of all sources that sent files, in alphabetical order. */
    public List<String> sources() {
        return books.sql()
                .queryForList(
                        "select distinct source from batch force index (batch_filed) order by source",
                        Map.of(),
                        String.class);
    }

    /** Returns the line of the file in the list of files. */
    public Optional<FileEntry> entry(long batchId) {
        return books.sql().query(ENTRY + "where id = :id", Map.of("id", batchId), (row, n) -> entry(row)).stream()
                .findFirst();
    }

    /** Returns everything about one file. */
    public Optional<FileStory> story(long batchId) {
        return entry(batchId).map(this::story);
    }

    private FileStory story(FileEntry entry) {
        Map<ReminderState, Long> states = states(entry.id());
        BatchTotals totals = figures.receipt(entry.id());
        Long held = states.get(ReminderState.HELD);
        boolean releasable = held == null ? asks(entry) : releasable(totals, held);
        return new FileStory(entry, totals, states, releasable, decisions(entry.id()));
    }

    /** Reads the counters, because counting the reminders of a large file takes too long for a page. */
    private Map<ReminderState, Long> states(long batchId) {
        Map<ReminderState, Long> states = new EnumMap<>(ReminderState.class);
        books.sql().query("""
                        select state, sum(reminders) n from state_count
                        where batch_id = :id and state <> :rejected group by state having n <> 0""", Map.of("id", batchId, "rejected", Tally.REJECTED_ROW), row -> {
            states.put(ReminderState.valueOf(row.getString(1)), row.getLong(2));
        });
        return states;
    }

    /**
     * Checks whether any reminder is held for a reason of the file itself. It looks at HELD reminders first, starting with the
     * first row of the file. It reads the whole file only if thousands are held for other reasons.
     */
    private boolean releasable(BatchTotals totals, long held) {
        if (Hold.NAMES.stream().noneMatch(totals.reasons()::containsKey)) {
            return false;
        }
        Map<String, Object> values = Map.of("id", totals.batchId(), "holds", Hold.NAMES, "most", MOST_HELD);
        Held first =
                books.sql().queryForObject(FIRST_HELD, values, (row, n) -> new Held(row.getLong(1), row.getLong(2)));
        return first.forHold() > 0
                || first.seen() < held
                        && !books.sql()
                                .queryForList(ANY_HELD, values, Integer.class)
                                .isEmpty();
    }

    /** The first held reminders of a file: how many were seen, and how many of these are held for the file. */
    private record Held(long seen, long forHold) {}

    /** Checks for a held full export without a new debt. Its release confirms that missing debts are paid. */
    private boolean asks(FileEntry entry) {
        return entry.state().equals("HELD")
                && entry.held() == 0
                && !books.sql()
                        .queryForList(
                                "select 1 from batch where id = :id and full_export",
                                Map.of("id", entry.id()),
                                Integer.class)
                        .isEmpty();
    }

    private List<FileDecisionMade> decisions(long batchId) {
        return books.sql()
                .query(
                        "select at, who, decision, why, reminders from batch_decision where batch_id = :id order by id",
                        Map.of("id", batchId),
                        (row, n) -> new FileDecisionMade(
                                Utc.instant(row.getObject(1, LocalDateTime.class)),
                                row.getString(2),
                                Decision.valueOf(row.getString(3)),
                                row.getString(4),
                                row.getInt(5)));
    }

    /**
     * Returns one page of the rejected rows of a file, ordered by line.
     *
     * @param after the last line that was read; 0 to start from the beginning
     * @param count how many at most, 1 or more
     */
    public List<RejectedLine> rejected(long batchId, int after, int count) {
        return books.sql()
                .query(
                        """
                        select line, reason, column_name, value from rejected_row
                        where batch_id = :id and line > :after order by line limit :count""",
                        Map.of("id", batchId, "after", after, "count", count),
                        (row, n) ->
                                new RejectedLine(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    private static FileEntry entry(ResultSet row) throws SQLException {
        return new FileEntry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Utc.instant(row.getObject(4, LocalDateTime.class)),
                row.getString(5),
                row.getBoolean(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                row.getLong(11));
    }
}
