package pl.kurenda.ledger.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.Suppression;
import pl.kurenda.ledger.gate.Hold;

/**
 * Handles a newer file with a different amount for a debt whose reminder still waits. The earlier reminder is withdrawn
 * and the newer one is sent, but only once the newer file has been checked. If the earlier reminder is claimed by then,
 * it stands and the newer one is not sent.
 */
public final class AmountChanges {
    /** Reason of a row that waits for the end of its file, and of the reminders withdrawn for it. */
    public static final String REASON = "AMOUNT_CHANGED";

    /** From 1000 values on, MariaDB turns an IN list into a table and sorts it. */
    private static final int BLOCK = 990;

    private static final String SAME_DEBT = """
            from reminder n straight_join batch nb on nb.id = n.batch_id
            straight_join reminder r force index (reminder_debt)
              on r.debt_key = n.debt_key and r.stage = n.stage and r.batch_id <> n.batch_id
              and not (r.state = 'HELD' and r.reason = 'GATE')
            straight_join batch rb on rb.id = r.batch_id and rb.demo = nb.demo and rb.state <> 'LOADING'
            where n.id in (:ids)
            """;

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;

    public AmountChanges(LedgerJdbc ledgerJdbc, StateHistory stateHistory) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
    }

    /**
     * Decides about these waiting rows, in the transaction that ends the loading of their file.
     *
     * @return number of earlier reminders withdrawn
     */
    int settle(long batchId, String who) {
        int withdrawn = 0;
        int line = 0;
        List<Row> rows;
        do {
            rows = ledgerJdbc
                    .sql()
                    .query(
                            """
                            select id, line from reminder force index (reminder_line)
                            where batch_id = :id and line > :line and state = 'HELD' and reason = :reason
                            order by line limit :block""",
                            Map.of("id", batchId, "line", line, "reason", REASON, "block", BLOCK),
                            (rs, n) -> new Row(rs.getLong(1), rs.getInt(2)));
            if (!rows.isEmpty()) {
                List<Long> ids = rows.stream().map(Row::id).toList();
                withdrawn += giveWay(ids, who);
                decide(ids);
                line = rows.get(rows.size() - 1).line();
            }
        } while (rows.size() == BLOCK);
        return withdrawn;
    }

    /** Withdraws waiting reminders of older files that have a different amount for the debts of these reminders. */
    public int giveWay(List<Long> ids, String who) {
        int withdrawn = 0;
        for (int from = 0; from < ids.size(); from += BLOCK) {
            List<Long> seen = ledgerJdbc
                    .sql()
                    .queryForList(
                            "select distinct r.id " + SAME_DEBT + """
                              and r.amount <> n.amount and r.attempts = 0 and r.state in ('QUEUED', 'HELD')
                              and rb.file_modified < nb.file_modified""",
                            Map.of("ids", ids.subList(from, Math.min(from + BLOCK, ids.size()))),
                            Long.class);
            withdrawn += seen.isEmpty() ? 0 : withdraw(seen, who);
        }
        return withdrawn;
    }

    /** Withdraws these reminders, except those that another node has claimed meanwhile. */
    private int withdraw(List<Long> seen, String who) {
        List<Long> ids = ledgerJdbc
                .sql()
                .queryForList(
                        "select id from reminder where id in (:ids) and state in ('QUEUED', 'HELD') order by id for update",
                        Map.of("ids", seen),
                        Long.class);
        if (!ids.isEmpty()) {
            stateHistory.leave(ids, ReminderState.WITHDRAWN, who, REASON);
            begin(ids, ReminderState.WITHDRAWN, REASON);
            stateHistory.book(ids, false);
        }
        return ids.size();
    }

    private void decide(List<Long> ids) {
        Set<Long> repeated = new HashSet<>(ledgerJdbc
                .sql()
                .queryForList(
                        "select distinct n.id " + SAME_DEBT + " and r.state not in (:free)",
                        Map.of(
                                "ids",
                                ids,
                                "free",
                                DuplicateDebtCheck.FREE.stream()
                                        .map(ReminderState::name)
                                        .toList()),
                        Long.class));
        List<Long> going = new ArrayList<>(ids);
        going.removeAll(repeated);
        if (!going.isEmpty()) {
            stateHistory.tally().movedAll(going, ReminderState.HELD, ReminderState.QUEUED, stateHistory.now());
            begin(going, ReminderState.QUEUED, null);
        }
        if (!repeated.isEmpty()) {
            stateHistory.tally().movedAll(repeated, ReminderState.HELD, ReminderState.SUPPRESSED, stateHistory.now());
            begin(repeated, ReminderState.SUPPRESSED, Suppression.DUPLICATE_DEBT.name());
            stateHistory.book(repeated, false);
        }
    }

    private void begin(java.util.Collection<Long> ids, ReminderState state, String reason) {
        Map<String, Object> values = new HashMap<>();
        values.put("ids", ids);
        values.put("state", state.name());
        values.put("reason", reason);
        values.put("now", stateHistory.now());
        ledgerJdbc.update(
                "update reminder set state = :state, reason = :reason, state_at = :now where id in (:ids)", values);
    }

    /** Marks the waiting rows as held with the whole file. If the file is released, they are decided then. */
    void hold(long batchId) {
        ledgerJdbc.update("""
                update reminder force index (reminder_line) set reason = :gate
                where batch_id = :id and state = 'HELD' and reason = :reason""", Map.of("id", batchId, "reason", REASON, "gate", Hold.GATE.name()));
    }

    private record Row(long id, int line) {}
}
