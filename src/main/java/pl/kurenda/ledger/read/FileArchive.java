package pl.kurenda.ledger.read;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.batch.BatchCounters;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.batch.RejectedLine;
import pl.kurenda.ledger.batch.RejectedRowRepository;
import pl.kurenda.ledger.core.CounterJournal;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.gate.Hold;
import pl.kurenda.ledger.optout.OptOuts;

/**
 * Reads loaded files and their rejected rows for the pages. A page reads a few index ranges, however many reminders
 * there are. Queries over reminders are SQL because they name their index and stop early. Sums of counters are SQL too.
 */
@Service
public class FileArchive {
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

    private final FileRepository files;
    private final BatchDecisionRepository decisions;
    private final RejectedRowRepository rejected;
    private final LedgerJdbc ledgerJdbc;
    private final BatchCounters figures;

    public FileArchive(
            FileRepository files,
            BatchDecisionRepository decisions,
            RejectedRowRepository rejected,
            LedgerJdbc ledgerJdbc,
            BatchCounters figures) {
        this.files = files;
        this.decisions = decisions;
        this.rejected = rejected;
        this.ledgerJdbc = ledgerJdbc;
        this.figures = figures;
    }

    /**
     * Returns one page of the list of files, newest first. Confirmations of opt-outs are left out, because they would
     * push the files off the page. To see them, filter by their source.
     *
     * @param source only of this source, or null
     * @param state only in this state (LOADING, LOADED or HELD), or null
     * @param from how many files to skip, from 0
     * @param count how many at most, 1 or more
     */
    public List<FileEntry> list(String source, String state, int from, int count) {
        return files.newest(source, OptOuts.SOURCE, state, from, count).stream()
                .map(FileEntity::entry)
                .toList();
    }

    /** Returns the names of all sources that sent files, in alphabetical order. */
    public List<String> sources() {
        return files.sources();
    }

    /** Returns the line of the file in the list of files. */
    public Optional<FileEntry> entry(long batchId) {
        return files.findById(batchId).map(FileEntity::entry);
    }

    /** Returns everything about one file. */
    public Optional<FileHistory> story(long batchId) {
        return files.findById(batchId).map(this::story);
    }

    private FileHistory story(FileEntity file) {
        FileEntry entry = file.entry();
        Map<ReminderState, Long> states = states(entry.id());
        BatchTotals totals = figures.receipt(entry.id());
        Long held = states.get(ReminderState.HELD);
        boolean releasable = held == null ? asks(entry, file.fullExport()) : releasable(totals, held);
        return new FileHistory(entry, totals, states, releasable, decisions.findByBatchIdOrderById(entry.id()));
    }

    /** Reads the counters, because counting the reminders of a large file takes too long for a page. */
    private Map<ReminderState, Long> states(long batchId) {
        Map<ReminderState, Long> states = new EnumMap<>(ReminderState.class);
        ledgerJdbc.sql().query("""
                        select state, sum(reminders) n from state_count
                        where batch_id = :id and state <> :rejected group by state having n <> 0""", Map.of("id", batchId, "rejected", CounterJournal.REJECTED_ROW), row -> {
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
        Held first = ledgerJdbc
                .sql()
                .queryForObject(FIRST_HELD, values, (row, n) -> new Held(row.getLong(1), row.getLong(2)));
        return first.forHold() > 0
                || first.seen() < held
                        && !ledgerJdbc
                                .sql()
                                .queryForList(ANY_HELD, values, Integer.class)
                                .isEmpty();
    }

    /** The first held reminders of a file: the number seen, and how many of these are held for the file. */
    private record Held(long seen, long forHold) {}

    /** Checks for a held full export without a new debt. Its release confirms that missing debts are paid. */
    private static boolean asks(FileEntry entry, boolean fullExport) {
        return fullExport && entry.state().equals("HELD") && entry.held() == 0;
    }

    /**
     * Returns one page of the rejected rows of a file, ordered by line.
     *
     * @param after the last line that was read; 0 to start from the beginning
     * @param count how many at most, 1 or more
     */
    public List<RejectedLine> rejected(long batchId, int after, int count) {
        return rejected.after(batchId, after, Limit.of(count));
    }
}
