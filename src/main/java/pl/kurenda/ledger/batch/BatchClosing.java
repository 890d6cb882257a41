package pl.kurenda.ledger.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.Books;
import pl.kurenda.ledger.core.Changes;
import pl.kurenda.ledger.gate.BatchSums;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.ledger.gate.Holds;
import pl.kurenda.ledger.gate.Terms;

/** Ends the loading of a file: what the gate finds, what the budget allows, what goes first. In one transaction. */
@Component
public class BatchClosing {
    private final Books books;
    private final Changes changes;
    private final BatchFigures figures;
    private final GateFacts facts;
    private final Holds holds;
    private final AmountChanges amounts;

    public BatchClosing(Books books, Changes changes, BatchFigures figures, GateFacts facts, Holds holds) {
        this.books = books;
        this.changes = changes;
        this.figures = figures;
        this.facts = facts;
        this.holds = holds;
        this.amounts = new AmountChanges(books, changes);
    }

    BatchTotals close(long batchId, String source, int rows, Terms terms) {
        BatchSums sums = figures.count(batchId, rows);
        boolean full = terms.fullExport() && terms.typical() && sums.reminders() > 0;
        List<Finding> findings = new ArrayList<>();
        if (terms.gate() != null) {
            findings.addAll(terms.gate().apply(facts.of(batchId, source, rows, sums, full)));
        }
        boolean held = !findings.isEmpty();
        // Where nothing would be sent, there is nothing that a person could decide; it is no export to learn from,
        // either.
        boolean idle = held && !full && sums.sendable() == 0;
        boolean canary = false;
        boolean changed = sums.held() > 0 && changeAmounts(batchId, held, findings);
        if (held) {
            holds.all(batchId);
        } else {
            sums = changed ? figures.count(batchId, rows) : sums;
            holds.overBudget(batchId, source, sums, terms.budget()).ifPresent(findings::add);
            canary = holds.behindCanary(batchId, terms.canary())
                    .map(findings::add)
                    .orElse(false);
        }
        findings.forEach(finding -> figures.note(batchId, finding));
        mark(batchId, terms, full, full && !held, canary);
        if (idle) {
            books.update("update batch set typical = false where id = :id", Map.of("id", batchId));
        }
        changes.bookWithFile(batchId);
        BatchSums closed = findings.isEmpty() && !changed ? sums : figures.count(batchId, rows);
        return figures.close(batchId, closed, held && !idle ? "HELD" : "LOADED", changes.now());
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

    private void mark(long batchId, Terms terms, boolean full, boolean sweep, boolean canary) {
        if (terms == Terms.NONE) {
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("id", batchId);
        values.put("typical", terms.typical());
        values.put("full", full);
        values.put("sweep", sweep);
        values.put("canary", canary ? "WAITING" : null);
        values.put("wait", canary ? terms.canary().pause().toMinutes() : null);
        values.put("failures", canary ? terms.canary().failures() : null);
        values.put("template", terms.wording().template());
        values.put("holdOut", terms.wording().holdOut());
        books.update("""
                update batch set template = :template, hold_out = :holdOut, typical = :typical, full_export = :full, sweep = :sweep,
                  canary = :canary, canary_wait = :wait, canary_failures = :failures where id = :id""", values);
    }
}
