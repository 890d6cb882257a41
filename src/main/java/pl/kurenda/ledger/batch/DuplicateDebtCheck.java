package pl.kurenda.ledger.batch;

import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.LoadingLease;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.Suppression;
import pl.kurenda.ledger.optout.OptOutSweep;

/** Prevents two reminders of the same debt: decides the first state of each row. */
@Component
public class DuplicateDebtCheck {
    /** Two rows of one file have the same debt with different amounts. A person decides which one is right. */
    static final String AMOUNT_CONFLICT = "AMOUNT_CONFLICT";

    /** An earlier reminder in one of these states does not prevent a new one. */
    public static final Set<ReminderState> FREE = Collections.unmodifiableSet(EnumSet.of(
            ReminderState.WITHDRAWN, ReminderState.REJECTED, ReminderState.EXPIRED, ReminderState.SUPPRESSED));

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final LoadingLease loadingLease;
    private final OptOutSweep optOuts;

    public DuplicateDebtCheck(
            LedgerJdbc ledgerJdbc, StateHistory stateHistory, LoadingLease loadingLease, OptOutSweep optOuts) {
        this.optOuts = optOuts;
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
        this.loadingLease = loadingLease;
    }

    /**
     * Creates the reminders of a block with their first state. A conflicting row of an earlier block is held as well.
     */
    List<ReminderEntity> decide(long batchId, String source, List<NewReminder> rows) {
        LocalDateTime now = stateHistory.now();
        Map<Debt, Earlier> known = earlier(batchId, rows);
        Set<String> optedOut = optOuts.optedOut(
                source, rows.stream().map(r -> r.phone().digits()).toList());
        List<ReminderEntity> entities = new ArrayList<>(rows.size());
        for (NewReminder row : rows) {
            ReminderEntity entity = new ReminderEntity(batchId, source, row, now);
            if (optedOut.contains(row.phone().digits())) {
                entity.begin(ReminderState.SUPPRESSED, Suppression.OPTED_OUT.name());
            } else {
                begin(entity, row, known);
            }
            entities.add(entity);
        }
        return entities;
    }

    private void begin(ReminderEntity entity, NewReminder row, Map<Debt, Earlier> known) {
        if (row.suppression() != null) {
            entity.begin(ReminderState.SUPPRESSED, row.suppression().name());
            return;
        }
        Debt debt = Debt.of(row.debt());
        Earlier earlier = known.get(debt);
        if (earlier == null) {
            known.put(debt, Earlier.of(row, entity));
        } else if (!earlier.sameFile()
                && earlier.outdated()
                && earlier.amount() != row.amount().grosze()) {
            // decided when the whole file is checked
            entity.begin(ReminderState.HELD, AmountChanges.REASON);
            known.put(debt, Earlier.of(row, entity));
        } else if (!earlier.sameFile()) {
            entity.begin(ReminderState.SUPPRESSED, Suppression.DUPLICATE_DEBT.name());
        } else if (earlier.amount() == row.amount().grosze()) {
            entity.begin(ReminderState.SUPPRESSED, Suppression.DUPLICATE_ROW.name());
        } else {
            entity.begin(ReminderState.HELD, AMOUNT_CONFLICT);
            hold(earlier);
        }
    }

    private void hold(Earlier first) {
        if (first.entity() != null) {
            first.entity().begin(ReminderState.HELD, AMOUNT_CONFLICT);
            return;
        }
        int held = ledgerJdbc.update(
                "update reminder set state = 'HELD', reason = :why where id = :id and state = 'QUEUED'",
                Map.of("why", AMOUNT_CONFLICT, "id", first.id()));
        if (held == 1) {
            stateHistory.note(
                    List.of(first.id()),
                    ReminderState.QUEUED,
                    ReminderState.HELD,
                    loadingLease.node().name(),
                    AMOUNT_CONFLICT);
        } else {
            ledgerJdbc.update(
                    "update reminder set reason = :why where id = :id and state = 'HELD' and reason = :changed",
                    Map.of("why", AMOUNT_CONFLICT, "id", first.id(), "changed", AmountChanges.REASON));
        }
    }

    // The index is forced: while the table grows its statistics lag, and the optimizer would read the whole batch.
    /**
     * Finds earlier reminders of the same debts: in this file, or live or sent in this stage from another file. Reminders
     * held by the gate do not count, so that a corrected export can be loaded. If they are released later, they give way.
     */
    private Map<Debt, Earlier> earlier(long batchId, List<NewReminder> rows) {
        Map<Debt, Earlier> known = new HashMap<>();
        if (rows.isEmpty()) {
            return known;
        }
        boolean demo = loadingLease.demo();
        ledgerJdbc
                .sql()
                .query(
                        """
                        select r.id, r.batch_id, r.debt_key, r.stage, r.amount,
                          r.state in ('QUEUED', 'HELD') and r.attempts = 0
                            and b.file_modified < (select n.file_modified from batch n where n.id = :batch) outdated
                        from reminder r force index (reminder_debt)
                        straight_join batch b on b.id = r.batch_id and b.demo = :demo
                        where r.debt_key in (:keys)
                          and r.state not in (:free) and not (r.state = 'HELD' and r.reason = 'GATE')""",
                        Map.of(
                                "batch",
                                batchId,
                                "demo",
                                demo,
                                "free",
                                FREE.stream().map(ReminderState::name).toList(),
                                "keys",
                                rows.stream().map(r -> r.debt().key()).toList()),
                        rs -> {
                            Debt debt = new Debt(ByteBuffer.wrap(rs.getBytes("debt_key")), rs.getString("stage"));
                            boolean sameFile = rs.getLong("batch_id") == batchId;
                            Earlier found = new Earlier(
                                    sameFile, rs.getLong("amount"), rs.getLong("id"), null, rs.getBoolean("outdated"));
                            known.merge(debt, found, Earlier::and);
                        });
        return known;
    }

    /** A debt in a stage, as a key. */
    private record Debt(ByteBuffer key, String stage) {
        static Debt of(DebtIdentity identity) {
            return new Debt(ByteBuffer.wrap(identity.key()), identity.stage());
        }
    }

    /**
     * An earlier reminder of a debt, in the ledger (id) or in this block (entity).
     *
     * @param outdated whether it still waits and its file is older
     */
    private record Earlier(boolean sameFile, long amount, Long id, ReminderEntity entity, boolean outdated) {
        static Earlier of(NewReminder row, ReminderEntity entity) {
            return new Earlier(true, row.amount().grosze(), null, entity, false);
        }

        /** Prefers a row of this file. Of two rows of other files, neither counts as outdated. */
        Earlier and(Earlier other) {
            if (sameFile != other.sameFile) {
                return sameFile ? this : other;
            }
            return new Earlier(sameFile, amount, id, entity, false);
        }
    }
}
