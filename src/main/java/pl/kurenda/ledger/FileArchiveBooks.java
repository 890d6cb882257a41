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

/** The archive of files in the database. A page is a few index ranges, however many reminders there are. */
@Service
class FileArchiveBooks implements FileArchive {
    private static final String ENTRY = """
            select id, source, filed_name, received_at, state, demo, row_count, rejected, held, queued, amount_total
            from batch""" + " ";
    /** The answers to opt-outs would push the files off the page; who wants to see them names their source. */
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

    FileArchiveBooks(Books books, BatchFigures figures) {
        this.books = books;
        this.figures = figures;
    }

    @Override
    public List<FileEntry> list(String source, String state, int from, int count) {
        Map<String, Object> values = new HashMap<>();
        values.put("source", source);
        values.put("state", state);
        values.put("from", from);
        values.put("count", count);
        String which = (source == null ? NO_CONFIRMATIONS : " and source = :source")
                + (state == null ? "" : " and state = :state");
        // the index is named, or a small table would be read and sorted as a whole
        return books.sql()
                .query(
                        ENTRY + "force index (batch_received) where true" + which
                                + " order by received_at desc, id desc limit :from, :count",
                        values,
                        (row, n) -> entry(row));
    }

    @Override
    public List<String> sources() {
        return books.sql()
                .queryForList(
                        "select distinct source from batch force index (batch_filed) order by source",
                        Map.of(),
                        String.class);
    }

    @Override
    public Optional<FileEntry> entry(long batchId) {
        return books.sql().query(ENTRY + "where id = :id", Map.of("id", batchId), (row, n) -> entry(row)).stream()
                .findFirst();
    }

    @Override
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

    /** From the counters: a file may have more reminders than can be counted while somebody waits for a page. */
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
     * Whether any of what is held is held for the file's own reasons. Looked for among what is HELD, from the first row of the
     * file on; only where thousands are held for other reasons the file itself is read.
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

    /** Of the first reminders that are held of a file. */
    private record Held(long seen, long forHold) {}

    /** Whether it is a held full export without a new debt, whose release says that what it lacks is paid. */
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

    @Override
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
