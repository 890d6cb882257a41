package pl.kurenda.ledger.decision;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.batch.AmountChanges;
import pl.kurenda.ledger.batch.BatchCounters;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.core.JpaAuditLog;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.Suppression;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.ledger.gate.Hold;

/** Lists files that are held, wholly or in part, and releases or withdraws them. Needs no lease. */
@Service
public class FileDecisions {
    private static final int BLOCK = 1000;

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final JdbcDecisions decisions;
    private final BatchCounters figures;
    private final AmountChanges amounts;
    private final JpaAuditLog audit;

    public FileDecisions(
            LedgerJdbc ledgerJdbc,
            StateHistory stateHistory,
            JdbcDecisions decisions,
            BatchCounters figures,
            JpaAuditLog audit) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
        this.decisions = decisions;
        this.figures = figures;
        this.amounts = new AmountChanges(ledgerJdbc, stateHistory);
        this.audit = audit;
    }

    // The index is named because few reminders of many are held.
    /**
     * Passes on the files with reminders held for a reason of the file itself, ordered by id. It includes held full exports
     * without a new debt: they have no held reminder, and their release confirms that missing debts are paid.
     */
    public void each(Consumer<HeldFile> consumer) {
        ledgerJdbc
                .sql()
                .query(
                        """
                        select b.id, b.source, b.filed_name, r.reason, count(*), sum(r.amount), b.loaded_at
                        from reminder r force index (reminder_watched) straight_join batch b
                          on b.id = r.batch_id and b.state <> 'LOADING'
                        where r.watched = 'HELD' and r.reason in (:holds)
                        group by b.id, r.reason
                        union all
                        select b.id, b.source, b.filed_name, 'GATE', 0, 0, b.loaded_at from batch b
                        where b.state = 'HELD' and b.full_export and b.held = 0 and not exists (
                          select 1 from batch n where n.source = b.source and n.demo = b.demo and n.full_export
                            and n.state = 'LOADED' and n.id > b.id)
                        order by 1, 4""",
                        Map.of("holds", Hold.NAMES),
                        (rs, n) -> new HeldFile(
                                rs.getLong(1),
                                rs.getString(2),
                                rs.getString(3),
                                rs.getString(4),
                                rs.getInt(5),
                                rs.getLong(6),
                                Utc.instant(rs.getObject(7, LocalDateTime.class)),
                                figures.findings(rs.getLong(1))))
                .forEach(consumer);
    }

    /**
     * Releases the reminders held for a reason of the file itself, or withdraws all reminders that have not been sent. Who and
     * why are kept with the file and in the history of each reminder. All changes are one transaction.
     *
     * @param decision {@link Decision#RELEASE} or {@link Decision#WITHDRAW}
     * @param who 1 to {@value Actor#LONGEST_WHO} characters
     * @param why 1 to {@value Actor#LONGEST_WHY} characters
     * @throws IllegalArgumentException if who or why is blank or too long, or for any other decision
     */
    public FileDecisionResult decide(Decision decision, long batchId, String who, String why) {
        if (decision != Decision.RELEASE && decision != Decision.WITHDRAW) {
            throw new IllegalArgumentException("of a file this cannot be decided: " + decision);
        }
        Order order = new Order(decision, batchId, Actor.who(who), Actor.why(why));
        try {
            return ledgerJdbc.inTransaction(() -> decide(order));
        } catch (DuplicateKeyException e) {
            return FileDecisionResult.none(FileDecisionResult.Outcome.BUSY);
        }
    }

    private FileDecisionResult decide(Order order) {
        Optional<File> file = lock(order.batchId());
        boolean release = order.decision() == Decision.RELEASE;
        List<Long> block = file.isEmpty() ? List.of() : page(order, 0);
        if (block.isEmpty() && !(file.isPresent() && file.get().asks())) {
            return FileDecisionResult.none(FileDecisionResult.Outcome.NOTHING);
        }
        if (release && file.get().isLate(stateHistory.now())) {
            return FileDecisionResult.none(FileDecisionResult.Outcome.LATE);
        }
        if (release) {
            // Until this is committed no file of the source can be loaded, because its rows would not see what is
            // released here.
            ledgerJdbc.update(
                    "update batch set state = 'LOADED', loading_source = source where id = :id",
                    Map.of("id", order.batchId()));
        }
        FileDecisionResult done = carryOut(order, block);
        close(order, file.get(), done);
        return done;
    }

    private Optional<File> lock(long batchId) {
        return ledgerJdbc
                .sql()
                .query(
                        """
                        select full_export, expires_at, state, held from batch
                        where id = :id and state <> 'LOADING' for update""",
                        Map.of("id", batchId),
                        (rs, n) -> new File(
                                rs.getBoolean(1),
                                rs.getObject(2, LocalDateTime.class),
                                "HELD".equals(rs.getString(3)),
                                rs.getInt(4)))
                .stream()
                .findFirst();
    }

    private FileDecisionResult carryOut(Order order, List<Long> first) {
        int changed = 0;
        int repeated = 0;
        List<Long> block = first;
        while (!block.isEmpty()) {
            if (order.decision() == Decision.RELEASE) {
                amounts.giveWay(block, order.who());
            }
            DecisionResult decisionResult = decisions.decideOfFile(order.decision(), block, order.who(), order.why());
            changed += decisionResult.done().size();
            repeated += suppress(decisionResult.conflicting(), order);
            block = block.size() < BLOCK ? List.of() : page(order, block.get(block.size() - 1));
        }
        return new FileDecisionResult(FileDecisionResult.Outcome.DONE, changed, repeated);
    }

    /** Returns the reminders that the decision changes, ordered by line. */
    private List<Long> page(Order order, long after) {
        String which = order.decision() == Decision.RELEASE
                ? "state = 'HELD' and reason in (:holds)"
                : "state in ('HELD', 'QUEUED', 'CLAIMED')";
        return ledgerJdbc
                .sql()
                .queryForList(
                        "select id from reminder force index (reminder_line) where batch_id = :id"
                                + " and line > coalesce((select line from reminder where id = :after), 0) and "
                                + which + " order by line limit :block",
                        Map.of("id", order.batchId(), "after", after, "holds", Hold.NAMES, "block", BLOCK),
                        Long.class);
    }

    /** Suppresses reminders of debts for which another reminder has been queued or sent since the file was held. */
    private int suppress(List<Long> ids, Order order) {
        if (!ids.isEmpty()) {
            ledgerJdbc.update(
                    "update reminder set state = 'SUPPRESSED', reason = :reason, state_at = :now where id in (:ids)",
                    Map.of("reason", Suppression.DUPLICATE_DEBT.name(), "now", stateHistory.now(), "ids", ids));
            stateHistory.note(ids, ReminderState.HELD, ReminderState.SUPPRESSED, order.who(), order.why());
            stateHistory.book(ids, false);
        }
        return ids.size();
    }

    private void close(Order order, File file, FileDecisionResult done) {
        boolean release = order.decision() == Decision.RELEASE;
        Map<String, Object> values = new HashMap<>();
        values.put("id", order.batchId());
        values.put("release", release);
        values.put("sweep", release && file.held() && file.full());
        values.put("now", stateHistory.now());
        values.put("who", order.who());
        values.put("decision", order.decision().name());
        values.put("why", order.why());
        values.put("reminders", done.changed() + done.repeated());
        ledgerJdbc.update("""
                update batch set state = 'LOADED', loading_source = null, open = true, canary = null,
                  typical = typical and :release, full_export = full_export and :release,
                  sweep = (sweep or :sweep) and :release
                where id = :id""", values);
        ledgerJdbc.update("""
                insert into batch_decision (batch_id, at, who, decision, why, reminders)
                values (:id, :now, :who, :decision, :why, :reminders)""", values);
        audit.file(order.decision().name(), order.batchId(), order.who(), order.why());
    }

    private record Order(Decision decision, long batchId, String who, String why) {}

    private record File(boolean full, LocalDateTime expires, boolean held, int reminders) {
        /** A held full export without a new debt also waits for a person, who decides whether missing debts are paid. */
        boolean asks() {
            return held && full && reminders == 0;
        }

        boolean isLate(LocalDateTime now) {
            return expires != null && !expires.isAfter(now);
        }
    }
}
