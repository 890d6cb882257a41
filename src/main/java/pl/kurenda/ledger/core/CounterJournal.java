package pl.kurenda.ledger.core;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * Appends the changes of a transaction to {@code tally_change}, so that the counters on the pages are exact as soon as
 * the transaction is visible. Each row covers a block of reminders. No counter is touched here, so no transaction waits
 * for one.
 */
public final class CounterJournal {
    /** State under which rejected rows are counted; they never became reminders. */
    public static final String REJECTED_ROW = "REJECTED_ROW";

    private static final String COUNTED = "if(state in ('CLAIMED', 'SUBMITTING'), 'QUEUED', state)";
    private static final String APPEND = """
            insert into tally_change (id, batch_id, source, at, from_state, to_state, outcome, day, correction, reminders, amount)
            """;
    private static final String OF_BLOCK = APPEND + """
            select nextval(tally_seq), c.batch_id, c.source, :at, %s, :to, null, null, false, c.n, c.amount
            from (select batch_id, source, %s left_state, count(*) n, sum(amount) amount from reminder
              where id in (:ids) group by batch_id, source, left_state) c where c.left_state <> :to
            """;
    private static final String LEFT = OF_BLOCK.formatted("c.left_state", COUNTED);
    private static final String MOVED = OF_BLOCK.formatted(":from", ":from");
    private static final String BOOKED = APPEND + """
            select nextval(tally_seq), c.batch_id, c.source, :at, null, null, c.state, :day, :correction, c.n, c.amount
            from (select batch_id, source, state, count(*) n, sum(amount) amount from reminder
              where id in (:ids) group by batch_id, source, state) c
            """;
    private static final String HELD = APPEND + """
            select nextval(tally_seq), c.batch_id, c.source, :at, 'QUEUED', 'HELD', null, null, false, c.n, c.amount
            from (select batch_id, source, count(*) n, sum(amount) amount from reminder force index (reminder_line)
              where batch_id = :batch and line >= :line and state = 'QUEUED' group by batch_id, source) c
            """;
    private static final String ROW = APPEND + """
            values (nextval(tally_seq), :batch, :source, :at, :from, :to, :outcome, :day, :correction, :n, :amount)
            """;
    private static final String GONE = APPEND + """
            select nextval(tally_seq), :batch, c.source, :at, c.state, null, null, null, false, c.n, c.amount
            from (select source, %s state, count(*) n, sum(amount) amount from reminder where batch_id = :batch group by source, 2
              union all
              select b.source, 'REJECTED_ROW', count(*), coalesce(sum(r.amount), 0)
              from rejected_row r join batch b on b.id = r.batch_id where r.batch_id = :batch group by b.source) c
            """.formatted(COUNTED);
    private static final String OUTCOMES_GONE = APPEND + """
            select nextval(tally_seq), :batch, c.source, :at, null, null, c.state, c.day, c.correction, -c.n, -c.amount
            from (select o.source, o.state, o.day, o.correction, count(*) n, sum(r.amount) amount
              from reminder r join outcome o on o.reminder_id = r.id where r.batch_id = :batch
              group by o.source, o.state, o.day, o.correction) c
            """;

    private static final String REBOOKED = APPEND + """
            select nextval(tally_seq), :batch, c.source, :at, null, null, c.state, if(s.sign < 0, c.day, :day), c.correction,
              s.sign * c.n, s.sign * c.amount
            from (select o.source, o.state, o.day, o.correction, count(*) n, sum(r.amount) amount
              from reminder r join outcome o on o.reminder_id = r.id where r.batch_id = :batch and o.day < :day
              group by o.source, o.state, o.day, o.correction) c
            join (select 1 sign union all select -1) s
            """;

    private final LedgerJdbc ledgerJdbc;

    public CounterJournal(LedgerJdbc ledgerJdbc) {
        this.ledgerJdbc = ledgerJdbc;
    }

    /** Records that these reminders are about to leave their current states. */
    void leaving(Collection<Long> ids, ReminderState to, LocalDateTime at) {
        ledgerJdbc.update(LEFT, block(ids, null, to, at));
    }

    /** Records that these reminders have left a state, or are about to. */
    public void movedAll(Collection<Long> ids, ReminderState from, ReminderState to, LocalDateTime at) {
        ledgerJdbc.update(MOVED, block(ids, from, to, at));
    }

    /** Records a change of state of reminders whose counted values the caller knows. */
    void moved(Collection<Counted> reminders, ReminderState from, ReminderState to, LocalDateTime at) {
        append(reminders, from, to, at, null);
    }

    /** Records a change of state and books the outcome on the day. */
    void ended(Collection<Counted> reminders, ReminderState from, ReminderState to, LocalDateTime at, LocalDate day) {
        append(reminders, from, to, at, day);
    }

    private void append(
            Collection<Counted> reminders, ReminderState from, ReminderState to, LocalDateTime at, LocalDate day) {
        Map<Counted, Sum> sums = new LinkedHashMap<>();
        reminders.forEach(r -> sums.merge(new Counted(r.batchId(), r.source(), 0), new Sum(1, r.grosze()), Sum::plus));
        List<MapSqlParameterSource> rows = new ArrayList<>();
        sums.forEach((file, sum) -> rows.add(row(file.batchId(), file.source(), counted(to), sum, at)
                .addValue("from", counted(from))
                .addValue("outcome", day == null ? null : to.name())
                .addValue("day", day)
                .addValue("correction", day != null && from.isFinal())));
        ledgerJdbc.batch(ROW, rows);
    }

    /** Books the current states of these reminders as outcomes on the day. */
    void booked(Collection<Long> ids, LocalDateTime at, LocalDate day, boolean correction) {
        ledgerJdbc.update(BOOKED, Map.of("ids", ids, "at", at, "day", day, "correction", correction));
    }

    /** Records that the waiting reminders of a file are about to become HELD from this line on. */
    public void holding(long batchId, int line, LocalDateTime at) {
        ledgerJdbc.update(HELD, Map.of("batch", batchId, "line", line, "at", at));
    }

    /**
     * Counts a block of rows loaded from a file.
     *
     * @param sums by name of the state, or by {@link #REJECTED_ROW}
     */
    public void loaded(long batchId, String source, Map<String, Sum> sums, LocalDateTime at) {
        List<MapSqlParameterSource> rows = new ArrayList<>();
        sums.forEach((state, sum) -> rows.add(row(batchId, source, state, sum, at)));
        ledgerJdbc.batch(ROW, rows);
    }

    /** Counts one new reminder that does not come from a file. */
    public void queued(long batchId, String source, long grosze, LocalDateTime at) {
        ledgerJdbc.batch(ROW, List.of(row(batchId, source, ReminderState.QUEUED.name(), new Sum(1, grosze), at)));
    }

    /** Removes a file from the counters. Call this before its rows are deleted. */
    public void deleting(long batchId, LocalDateTime at) {
        ledgerJdbc.update(OUTCOMES_GONE, Map.of("batch", batchId, "at", at));
        ledgerJdbc.update(GONE, Map.of("batch", batchId, "at", at));
    }

    /** Moves the outcomes of a file that were booked on earlier days to this day. Call this before they are changed. */
    void rebooking(long batchId, LocalDateTime at, LocalDate day) {
        ledgerJdbc.update(REBOOKED, Map.of("batch", batchId, "at", at, "day", day));
    }

    private static MapSqlParameterSource row(long batchId, String source, String to, Sum sum, LocalDateTime at) {
        return new MapSqlParameterSource("batch", batchId)
                .addValue("source", source)
                .addValue("at", at)
                .addValue("from", null)
                .addValue("to", to)
                .addValue("outcome", null)
                .addValue("day", null)
                .addValue("correction", false)
                .addValue("n", sum.rows())
                .addValue("amount", sum.grosze());
    }

    private static Map<String, Object> block(
            Collection<Long> ids, ReminderState from, ReminderState to, LocalDateTime at) {
        Map<String, Object> values = new HashMap<>();
        values.put("ids", ids);
        values.put("from", from == null ? null : counted(from));
        values.put("to", counted(to));
        values.put("at", at);
        return values;
    }

    private static String counted(ReminderState state) {
        boolean inHand = state == ReminderState.CLAIMED || state == ReminderState.SUBMITTING;
        return (inHand ? ReminderState.QUEUED : state).name();
    }

    /**
     * The values of a reminder that the counters use.
     *
     * @param grosze amount of the reminder
     */
    public record Counted(long batchId, String source, long grosze) {}

    /** The number of rows and the sum of their amounts. */
    public record Sum(long rows, long grosze) {
        public Sum plus(Sum other) {
            return new Sum(rows + other.rows, grosze + other.grosze);
        }
    }
}
