package pl.kurenda.ledger.privacy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.Utc;

/**
 * Erases personal data that is no longer needed. Masked phones, references, amounts and states are kept, so reports of past
 * days stay the same. No transaction holds more than one block of rows. It may be interrupted at any time: a file is marked
 * as erased last, so the next run starts it again and finds erased rows through the index. A reminder that waits for a
 * decision keeps its data, but not the phones and texts of the other rows in its file.
 */
@Service
public class Retention {
    private static final int BLOCK = 1000;
    private static final int PAGE = 200;

    /** States in which nothing can be sent or asked any more. */
    static final String FINAL = """
            state in ('SUPPRESSED', 'WITHDRAWN', 'ABANDONED', 'DELIVERED', 'UNDELIVERABLE', 'EXPIRED', 'DELETED', 'REJECTED',
              'NO_RECEIPT')""";

    private static final String CANDIDATES = """
            select id, loaded_at from batch
            where erased_at is null and state <> 'LOADING' and loaded_at < :before and id > :after
              and (erase_from is null or erase_from <= :now)
            order by id limit :page""";
    private static final String REMINDERS = """
            update reminder set msisdn = '', name = null, text = '',
              account = if(:keepAccounts and exists (select 1 from segment s
                where s.reminder_id = reminder.id and s.message_id is not null), account, null)
            where batch_id = :batch and line > :from and line <= :to and (msisdn <> '' or text <> '')
              and state_at < :before and""" + " " + FINAL;
    private static final String REJECTED_ROWS = """
            update rejected_row set raw = '', value = null
            where batch_id = :batch and line > :from and line <= :to and raw <> ''""";

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final ErasedKeys keys;
    private final OrphanedNumbers orphanedNumbers;

    public Retention(
            LedgerJdbc ledgerJdbc, StateHistory stateHistory, ErasedKeys keys, OrphanedNumbers orphanedNumbers) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
        this.keys = keys;
        this.orphanedNumbers = orphanedNumbers;
    }

    /**
     * Erases, block by block, data that has not changed since the given time: files without live reminders, unmatched receipts,
     * settled opt-out requests, imported phones and identities of payments. Of a file with live reminders it erases what has
     * been final for that long, and checks the file again a day later.
     *
     * @param before files with a later change are kept
     * @param keepAccounts whether account numbers of sent reminders are kept, for the lists of debts due for an upomnienie
     */
    public Erasure erase(Instant before, boolean keepAccounts) {
        LocalDateTime limit = Utc.of(before);
        int files = 0;
        long rows = 0;
        int undecided = 0;
        long after = 0;
        List<Candidate> page;
        do {
            page = candidates(limit, after);
            for (Candidate file : page) {
                after = file.id();
                Activity activity = activity(file);
                boolean settled = activity.since().isBefore(limit);
                if (activity.live() == 0 && !settled) {
                    lookAgainTomorrow(file.id(), false);
                    continue;
                }
                rows += eraseRows(file.id(), limit, keepAccounts);
                if (activity.live() == 0) {
                    finish(file.id());
                    files++;
                } else {
                    lookAgainTomorrow(file.id(), settled);
                    undecided++;
                }
            }
        } while (page.size() == PAGE);
        return new Erasure(files, rows, undecided, orphanedNumbers.erase(limit));
    }

    private List<Candidate> candidates(LocalDateTime limit, long after) {
        return ledgerJdbc
                .sql()
                .query(
                        CANDIDATES,
                        Map.of("before", limit, "now", stateHistory.now(), "after", after, "page", PAGE),
                        (row, n) -> new Candidate(row.getLong(1), row.getObject(2, LocalDateTime.class)));
    }

    /**
     * Counts the reminders of a file that may still change, by themselves or by a person, and finds when a reminder
     * last became final. Reads without locks.
     */
    private Activity activity(Candidate file) {
        return ledgerJdbc
                .sql()
                .queryForObject(
                        "select coalesce(sum(not " + FINAL + "), 0), max(if(" + FINAL
                                + ", state_at, null)) from reminder where batch_id = :batch",
                        Map.of("batch", file.id()),
                        (row, n) -> {
                            LocalDateTime last = row.getObject(2, LocalDateTime.class);
                            return new Activity(row.getLong(1), last == null ? file.loadedAt() : last);
                        });
    }

    /**
     * Plans the next check for tomorrow. Counting the states of a large file more often would be wasted work.
     *
     * @param waits whether only reminders that wait for a decision keep their data
     */
    private void lookAgainTomorrow(long batch, boolean waits) {
        ledgerJdbc.update(
                "update batch set erase_from = :at, erasure_waits = :waits where id = :batch",
                Map.of("at", stateHistory.now().plusDays(1), "waits", waits, "batch", batch));
    }

    private long eraseRows(long batch, LocalDateTime before, boolean keepAccounts) {
        Map<String, Object> values = new HashMap<>();
        values.put("batch", batch);
        values.put("before", before);
        values.put("keepAccounts", keepAccounts);
        long rows = inBlocks("reminder", REMINDERS, values) + inBlocks("rejected_row", REJECTED_ROWS, values);
        keys.replace(batch);
        return rows;
    }

    private void finish(long batch) {
        ledgerJdbc.update(
                "update batch set erased_at = :now, erasure_waits = false where id = :batch",
                Map.of("now", stateHistory.now(), "batch", batch));
    }

    /** Erases in blocks of lines. Both tables are keyed by file and line. */
    private long inBlocks(String table, String statement, Map<String, Object> values) {
        long rows = 0;
        values.put("from", 0);
        values.put("block", BLOCK);
        Integer to = lastOfBlock(table, values);
        while (to != null) {
            values.put("to", to);
            rows += ledgerJdbc.inTransaction(() -> ledgerJdbc.update(statement, values));
            values.put("from", to);
            to = lastOfBlock(table, values);
        }
        return rows;
    }

    private Integer lastOfBlock(String table, Map<String, Object> values) {
        return ledgerJdbc
                .sql()
                .queryForObject(
                        "select max(line) from (select line from " + table
                                + " where batch_id = :batch and line > :from order by line limit :block) block",
                        values,
                        Integer.class);
    }

    /**
     * Returns which files may be deleted: those whose personal data has been erased, except for reminders that wait for
     * a decision.
     *
     * @param names names of files in {@code done}, any number
     * @return by name; names without a file of the source are left out
     */
    public Map<String, Boolean> erased(String source, Collection<String> names) {
        Map<String, Boolean> found = new TreeMap<>();
        List<String> all = new ArrayList<>(names);
        for (int from = 0; from < all.size(); from += BLOCK) {
            Map<String, Object> values =
                    Map.of("source", source, "names", all.subList(from, Math.min(from + BLOCK, all.size())));
            ledgerJdbc.sql().query("""
                    select filed_name, erased_at is not null or erasure_waits from batch
                    where source = :source and filed_name in (:names)""", values, row -> {
                found.put(row.getString(1), row.getBoolean(2));
            });
        }
        return found;
    }

    private record Candidate(long id, LocalDateTime loadedAt) {}

    private record Activity(long live, LocalDateTime since) {}

    /**
     * The result of a run.
     *
     * @param files number of files that were erased
     * @param rows erased reminders and rejected rows, including those of unfinished files
     * @param undecided files that are old enough but have reminders that are HELD or UNKNOWN
     * @param phones removed imported phones
     */
    public record Erasure(int files, long rows, int undecided, int phones) {
        /** Nothing was erased because another node is running it. */
        public static final Erasure NOTHING = new Erasure(0, 0, 0, 0);
    }
}
