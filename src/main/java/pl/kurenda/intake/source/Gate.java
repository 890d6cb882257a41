package pl.kurenda.intake.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import pl.kurenda.ledger.gate.BatchFacts;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.money.Grosze;

/** Checks a whole file and reports what looks wrong. */
final class Gate {
    /** The number of exports needed to know what is usual. */
    private static final int EXPORTS_TO_LEARN = 3;
    /** The number of recent exports that are compared. */
    private static final int EXPORTS_LOOKED_AT = 12;
    /** The fewest missing reminders for which a share is calculated. One of two proves nothing. */
    private static final int FEW = 10;

    private static final int PER_CENT = 100;

    private final GateSettings settings;
    private final boolean full;
    private final boolean mended;

    /**
     * @param full whether the file has every debt of its source
     * @param mended whether the file is a reply file dropped again: the corrected rest of an export
     */
    Gate(GateSettings settings, boolean full, boolean mended) {
        this.settings = settings;
        this.full = full;
        this.mended = mended;
    }

    /** Returns the findings; none if the file looks right. */
    List<Finding> judge(BatchFacts facts) {
        List<Finding> findings = new ArrayList<>();
        limits(facts, findings);
        if (facts.rows() >= settings.minRows()) {
            rows(facts, findings);
        }
        if (!mended) {
            rejected(facts, findings);
            usual(facts, findings);
            missing(facts, findings);
        }
        return findings;
    }

    private void limits(BatchFacts facts, List<Finding> findings) {
        if (facts.rows() > settings.maxRows()) {
            findings.add(Finding.of("MAX_ROWS", facts.rows(), settings.maxRows()));
        }
        if (facts.amountTotal() > settings.maxTotal()) {
            findings.add(Finding.of("MAX_TOTAL", Grosze.plain(facts.amountTotal()), Grosze.plain(settings.maxTotal())));
        }
        if (facts.largest() > settings.maxAmount()) {
            findings.add(Finding.of("MAX_AMOUNT", Grosze.plain(facts.largest()), Grosze.plain(settings.maxAmount())));
        }
    }

    private void rows(BatchFacts facts, List<Finding> findings) {
        if (facts.onePhone() > settings.maxPerPhone()) {
            findings.add(Finding.of("ONE_PHONE", facts.onePhone(), settings.maxPerPhone()));
        }
        // If most of the file came before and little is left to send, shares mean nothing.
        if (facts.sendable() < settings.minRows() && facts.sendable() * 2L < facts.rows()) {
            return;
        }
        if ((long) facts.shifted() * PER_CENT > (long) facts.sendable() * settings.maxShifted()) {
            findings.add(Finding.of("SHIFTED", facts.shifted(), facts.sendable(), settings.maxShifted()));
        }
        if (facts.smallest() == facts.largest() && !settings.equalAmounts()) {
            findings.add(Finding.of("EQUAL_AMOUNTS", facts.sendable(), Grosze.plain(facts.largest())));
        }
    }

    private void rejected(BatchFacts facts, List<Finding> findings) {
        boolean over = (long) facts.rejected() * PER_CENT > (long) facts.rows() * settings.maxRejected();
        if (facts.rows() >= settings.minRows() && over) {
            findings.add(Finding.of("REJECTED", facts.rejected(), facts.rows(), settings.maxRejected()));
        }
    }

    /**
     * Compares the file with earlier exports. A small file among large ones may be a supplement, unless every file is a
     * full export.
     */
    private void usual(BatchFacts facts, List<Finding> findings) {
        List<BatchFacts.Export> last = facts.last().stream()
                .filter(export -> export.rows() >= settings.minRows())
                .limit(EXPORTS_LOOKED_AT)
                .toList();
        if (last.size() < EXPORTS_TO_LEARN || facts.rows() < settings.minRows() && !full) {
            return;
        }
        UsualRange rows = usual(last, BatchFacts.Export::rows);
        if (!rows.has(facts.rows())) {
            findings.add(Finding.of("ROWS_UNUSUAL", facts.rows(), rows.low(), rows.high(), last.size()));
        }
        UsualRange total = usual(last, BatchFacts.Export::amountTotal);
        if (!total.has(facts.amountTotal())) {
            findings.add(Finding.of(
                    "TOTAL_UNUSUAL",
                    Grosze.plain(facts.amountTotal()),
                    Grosze.plain(total.low()),
                    Grosze.plain(total.high()),
                    last.size()));
        }
    }

    private UsualRange usual(List<BatchFacts.Export> last, ToLongFunction<BatchFacts.Export> figure) {
        return UsualRange.of(last.stream().mapToLong(figure).toArray(), settings.maxFactor());
    }

    private void missing(BatchFacts facts, List<Finding> findings) {
        boolean many = (long) facts.missing() * PER_CENT > (long) facts.waiting() * settings.maxMissing();
        if (facts.missing() >= FEW && many) {
            findings.add(Finding.of("MISSING", facts.missing(), facts.waiting(), settings.maxMissing()));
        } else if (facts.missing() > 0 && settings.maxMissing() < PER_CENT) {
            small(facts, many, findings);
        }
    }

    /** Checks the file itself if too few reminders wait for a share to mean anything. */
    private void small(BatchFacts facts, boolean many, List<Finding> findings) {
        int before =
                facts.last().isEmpty() ? Integer.MAX_VALUE : facts.last().get(0).rows();
        boolean onePaid = facts.missing() == 1 && facts.rows() >= before - 1;
        if (facts.missing() == facts.waiting() && !onePaid) {
            findings.add(Finding.of("MISSING_ALL", facts.missing()));
        } else if (facts.waiting() < FEW || many) {
            if (facts.rejected() > 0) {
                findings.add(Finding.of("MISSING_REJECTED", facts.missing(), facts.waiting(), facts.rejected()));
            }
            if (!facts.last().isEmpty() && facts.rows() * 2L < before) {
                findings.add(Finding.of("MISSING_SHORT", facts.missing(), facts.waiting(), facts.rows(), before));
            }
        }
    }
}
