package pl.kurenda.ledger.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.gate.BatchSums;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.ledger.gate.Holds;
import pl.kurenda.ledger.gate.ReleasePolicy;

/** Ends the loading of a file in one transaction: applies the gate, the budget and the canary. */
@Component
public class BatchCloser {
    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final BatchCounters figures;
    private final GateFacts facts;
    private final Holds holds;
    private final AmountChanges amounts;

    public BatchCloser(
            LedgerJdbc ledgerJdbc, StateHistory stateHistory, BatchCounters figures, GateFacts facts, Holds holds) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
        this.figures = figures;
        this.facts = facts;
        this.holds = holds;
        this.amounts = new AmountChanges(ledgerJdbc, stateHistory);
    }

    BatchTotals close(long batchId, String source, int rows, ReleasePolicy releasePolicy) {
        BatchSums sums = figures.count(batchId, rows);
        boolean full = releasePolicy.fullExport() && releasePolicy.typical() && sums.reminders() > 0;
        List<Finding> findings = new ArrayList<>();
        if (releasePolicy.gate() != null) {
            findings.addAll(releasePolicy.gate().apply(facts.of(batchId, source, rows, sums, full)));
        }
        boolean held = !findings.isEmpty();
        // If nothing would be sent, a person has nothing to decide. Later files are not compared with this one either.
        boolean idle = held && !full && sums.sendable() == 0;
        boolean canary = false;
        boolean changed = sums.held() > 0 && changeAmounts(batchId, held, findings);
        if (held) {
            holds.all(batchId);
        } else {
            sums = changed ? figures.count(batchId, rows) : sums;
            holds.overBudget(batchId, source, sums, releasePolicy.budget()).ifPresent(findings::add);
            canary = holds.behindCanary(batchId, releasePolicy.canary())
                    .map(findings::add)
                    .orElse(false);
        }
        findings.forEach(finding -> figures.note(batchId, finding));
        mark(batchId, releasePolicy, full, full && !held, canary);
        if (idle) {
            ledgerJdbc.update("update batch set typical = false where id = :id", Map.of("id", batchId));
        }
        stateHistory.bookWithFile(batchId);
        BatchSums closed = findings.isEmpty() && !changed ? sums : figures.count(batchId, rows);
        return figures.close(batchId, closed, held && !idle ? "HELD" : "LOADED", stateHistory.now());
    }

    /** @return whether the figures may have changed */
    private boolean changeAmounts(long batchId, boolean held, List<Finding> findings) {
        if (held) {
            amounts.hold(batchId);
            return false;
        }
        int withdrawn = amounts.settle(batchId, holds.who());
        if (withdrawn > 0) {
            findings.add(Finding.of(AmountChanges.REASON, withdrawn));
        }
        return true;
    }

    private void mark(long batchId, ReleasePolicy releasePolicy, boolean full, boolean sweep, boolean canary) {
        if (releasePolicy == ReleasePolicy.NONE) {
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("id", batchId);
        values.put("typical", releasePolicy.typical());
        values.put("full", full);
        values.put("sweep", sweep);
        values.put("canary", canary ? "WAITING" : null);
        values.put("wait", canary ? releasePolicy.canary().pause().toMinutes() : null);
        values.put("failures", canary ? releasePolicy.canary().failures() : null);
        values.put("template", releasePolicy.wording().template());
        values.put("holdOut", releasePolicy.wording().holdOut());
        ledgerJdbc.update("""
                update batch set template = :template, hold_out = :holdOut, typical = :typical, full_export = :full, sweep = :sweep,
                  canary = :canary, canary_wait = :wait, canary_failures = :failures where id = :id""", values);
    }
}
