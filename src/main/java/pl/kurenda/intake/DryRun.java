package pl.kurenda.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.Finding;
import pl.kurenda.ledger.Terms;

/**
 * Takes an export as intake does, from its octets to the verdict of the gate, and writes nothing. Without the database:
 * debts of other files, opt-outs, imported phones and what is usual are not known.
 */
@Component
class DryRun {
    private final RowCheckers checkers;
    private final SourceTerms terms;

    DryRun(RowCheckers checkers, SourceTerms terms) {
        this.checkers = checkers;
        this.terms = terms;
    }

    Verdict run(Source source, Path file, int examples) throws IOException {
        Detection detection = new FormatDetector(source).detect(file);
        if (!(detection instanceof Detection.Readable readable)) {
            return new Verdict(detection, null, List.of());
        }
        Layout layout = readable.layout();
        DryTally tally = new DryTally(terms.budget(source).batch(), examples);
        Terms asked = terms.of(source, layout.answered(), read(source, file, layout, tally));
        List<Finding> findings = new ArrayList<>();
        if (asked.gate() != null) {
            findings.addAll(asked.gate().apply(tally.facts()));
        }
        if (findings.isEmpty() && tally.overBudget() > 0) {
            findings.add(Finding.of("BUDGET_BATCH", asked.budget().batch().toPlainString(), "0", tally.overBudget()));
        }
        return new Verdict(detection, tally, findings);
    }

    /** By the parser that camel-csv wraps, with the settings that the intake route gives it. */
    private List<Finding> read(Source source, Path file, Layout layout, DryTally tally) throws IOException {
        RowChecker checker = checkers.of(source, layout);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(layout.delimiter())
                .setIgnoreEmptyLines(false)
                .get();
        try (RecordText text = RecordText.open(file, layout);
                CSVParser parser = CSVParser.parse(text, format)) {
            RowBlocks blocks = new RowBlocks(null, text, new Parsed(parser.iterator()));
            while (blocks.hasNext()) {
                checkers.check(source, layout, checker, blocks.next().rows()).forEach(tally::add);
            }
        }
        return checker.noticed();
    }

    private record Parsed(Iterator<CSVRecord> records) implements Iterator<ParsedRecord> {
        @Override
        public boolean hasNext() {
            return records.hasNext();
        }

        @Override
        public ParsedRecord next() {
            CSVRecord found = records.next();
            return new ParsedRecord(found.getRecordNumber(), found.toList());
        }
    }

    /**
     * What came of it.
     *
     * @param detection how the file was understood, or why not
     * @param tally its rows; null where it cannot be read
     * @param findings of the gate, else of the budget
     */
    record Verdict(Detection detection, DryTally tally, List<Finding> findings) {}
}
