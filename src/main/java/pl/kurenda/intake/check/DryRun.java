package pl.kurenda.intake.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.answer.Detected;
import pl.kurenda.intake.format.Detection;
import pl.kurenda.intake.format.FormatDetector;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.row.FileRows;
import pl.kurenda.intake.row.RowBlock;
import pl.kurenda.intake.row.RowRules;
import pl.kurenda.intake.row.RowSteps;
import pl.kurenda.intake.source.ReleasePolicies;
import pl.kurenda.intake.source.Source;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.ledger.gate.ReleasePolicy;

/**
 * Processes an export as intake does, from its bytes to the verdict of the gate, but writes nothing. Without the
 * database, debts of other files, opt-outs, imported phones and what is usual are unknown.
 */
@Component
public class DryRun {
    private final RowSteps steps;
    private final ReleasePolicies terms;

    DryRun(RowSteps steps, ReleasePolicies terms) {
        this.steps = steps;
        this.terms = terms;
    }

    public Verdict run(Source source, Path file, int examples) throws IOException {
        Detection detection = new FormatDetector(source).detect(file);
        if (!(detection instanceof Detection.Readable readable)) {
            return new Verdict(detection, null, null, List.of());
        }
        Layout layout = readable.layout();
        DryTally tally = new DryTally(terms.budget(source).batch(), examples);
        RowRules rules = steps.of(source, layout);
        FileRows.each(file, layout, rows -> {
            RowBlock block = new RowBlock(rules, null, rows);
            steps.all(block);
            block.results().forEach(tally::add);
        });
        ReleasePolicy asked =
                terms.of(source, layout.answered(), rules.observations().noticed());
        List<Finding> findings = new ArrayList<>();
        if (asked.gate() != null) {
            findings.addAll(asked.gate().apply(tally.facts()));
        }
        if (findings.isEmpty() && tally.overBudget() > 0) {
            findings.add(Finding.of("BUDGET_BATCH", asked.budget().batch().toPlainString(), "0", tally.overBudget()));
        }
        return new Verdict(detection, rules.observations().detected(), tally, findings);
    }

    /**
     * The result of a dry run.
     *
     * @param detection how the file was understood, or why not
     * @param detected how it is written; null if it cannot be read
     * @param tally its rows; null if it cannot be read
     * @param findings of the gate, else of the budget
     */
    public record Verdict(Detection detection, Detected detected, DryTally tally, List<Finding> findings) {}
}
