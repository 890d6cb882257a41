package pl.kurenda.ledger.upkeep;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.BulkTransition;
import pl.kurenda.ledger.core.BulkTransition.Move;
import pl.kurenda.ledger.core.CounterRollup;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.dispatch.ClaimedBatches;
import pl.kurenda.ledger.receipt.OverdueReceipts;
import pl.kurenda.ledger.report.BilledDays;

/** Periodic jobs of the ledger. They run in any order, and on several nodes at once. */
@Service
public class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private static final String TOO_LATE = """
            batch_id in (select id from batch where open and expires_at < :limit)
            and queued_for is not null and state = :from and not_after < :limit""";

    private final BulkTransition bulkTransition;
    private final ClaimedBatches claimedBatches;
    private final OverdueReceipts overdue;
    private final CounterRollup tally;
    private final BilledDays billed;
    private final StateHistory stateHistory;

    public Upkeep(
            BulkTransition bulkTransition,
            ClaimedBatches claimedBatches,
            OverdueReceipts overdue,
            CounterRollup tally,
            BilledDays billed,
            StateHistory stateHistory) {
        this.billed = billed;
        this.tally = tally;
        this.stateHistory = stateHistory;
        this.bulkTransition = bulkTransition;
        this.claimedBatches = claimedBatches;
        this.overdue = overdue;
    }

    /**
     * Cleans up after dead nodes and earlier runs of this node. CLAIMED goes back to QUEUED, SUBMITTING becomes
     * UNKNOWN.
     */
    public void releaseDead() {
        int unknown = claimedBatches.settleDead();
        if (unknown > 0) {
            LOG.warn(
                    "{} reminders are UNKNOWN: a node ended between submit and answer. They are listed in the report of"
                            + " the day and by the command 'unknown'.",
                    unknown);
        }
    }

    /** Changes queued reminders past their time to EXPIRED. */
    public void expire() {
        bulkTransition.make(Move.now(TOO_LATE, ReminderState.QUEUED, ReminderState.EXPIRED, "NOT_SENT_IN_TIME"));
    }

    /**
     * Changes sent reminders without a receipt to NO_RECEIPT.
     *
     * @param receiptWindow maximum time to wait for a receipt
     */
    public void closeOverdue(Duration receiptWindow) {
        overdue.close(receiptWindow);
    }

    /** Adds recent changes to the totals and counts the billed segments of past days. */
    public void count() {
        tally.fold(stateHistory.now());
        billed.count();
    }
}
