package pl.kurenda.intake.check;

import java.io.PrintStream;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.kurenda.intake.answer.AmountNotation;
import pl.kurenda.intake.answer.Detected;
import pl.kurenda.intake.format.Detection;
import pl.kurenda.intake.row.LookedUpPhone;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.text.Texts;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.message.Alphabet;
import pl.kurenda.money.Grosze;

/** Prints the result of a dry run. Phones are masked; the messages are those that residents would read. */
final class CheckReport {
    private final Texts texts;
    private final Locale locale;
    private final PrintStream out;

    CheckReport(Texts texts, Locale locale, PrintStream out) {
        this.texts = texts;
        this.locale = locale;
        this.out = out;
    }

    void print(Source source, Detection.Readable readable, DryRun.Verdict verdict) {
        DryTally tally = verdict.tally();
        line(
                "check.title",
                source.name(),
                readable.file().fileName(),
                String.valueOf(readable.file().size()));
        detected(verdict.detected());
        if (readable.layout().answered()) {
            line("check.answered");
        }
        rows(tally);
        messages(tally.first());
        readable.layout().beside().warnings().forEach(finding -> printable(finding.text(locale)));
        gate(verdict.findings());
        unasked(source, tally);
    }

    private void detected(Detected found) {
        if (found.sheet() != null) {
            line("check.workbook", found.sheet());
        } else {
            line("check.csv", found.charset(), found.delimiter());
        }
        if (found.header()) {
            line("check.header", String.valueOf(found.headerLine()));
        } else {
            line("check.headerless");
        }
        line(
                "check.columns",
                found.columns().entrySet().stream()
                        .map(column -> column.getKey() + "=" + column.getValue())
                        .collect(Collectors.joining(", ")));
        if (found.guessed() != null) {
            line("check.guessed");
        }
        if (found.amounts() != null) {
            AmountNotation amounts = found.amounts();
            line("check.amounts", marks(amounts.decimal()), marks(amounts.thousands()), marks(amounts.currency()));
        }
        if (found.dates() != null) {
            line("check.dates", marks(found.dates()));
        }
        if (found.hiddenRows() != null || found.hiddenColumns() != null) {
            line(
                    "check.hidden",
                    found.hiddenRows() == null ? "0" : String.valueOf(found.hiddenRows()),
                    found.hiddenColumns() == null ? "-" : found.hiddenColumns());
        }
    }

    private String marks(List<String> names) {
        return names.stream().map(name -> texts.get("mark." + name)).collect(Collectors.joining(", "));
    }

    private void rows(DryTally tally) {
        out.println();
        line(
                "check.rows",
                String.valueOf(tally.facts().rows()),
                Grosze.plain(tally.facts().amountTotal()));
        line("check.rejected", String.valueOf(tally.rejected()));
        groups(tally.rejections());
        if (!tally.others().isEmpty()) {
            line("check.others");
            groups(tally.others());
        }
        line(
                "check.sent",
                String.valueOf(tally.sent()),
                Grosze.plain(tally.amountSent()),
                String.valueOf(tally.segments()),
                tally.cost().setScale(2, RoundingMode.HALF_UP).toPlainString());
        DryTally.Group dear = tally.alphabets().get(Alphabet.UCS2.name());
        if (dear != null) {
            line("check.ucs2", String.valueOf(dear.count()[0]), places(dear));
        }
    }

    /** Prints where the rows are, but never the cells: a wrong number may belong to a real person. */
    private void groups(Map<String, DryTally.Group> groups) {
        groups.forEach((reason, group) -> {
            String places = places(group);
            printable("  " + reason + " " + group.count()[0] + (places.isEmpty() ? "" : ": ") + places);
        });
    }

    private String places(DryTally.Group group) {
        String places = group.places().stream().map(this::place).collect(Collectors.joining("; "));
        return group.places().size() < group.count()[0] && !places.isEmpty() ? places + "; …" : places;
    }

    private String place(DryTally.Place place) {
        return place.column() == null
                ? texts.get("check.line", String.valueOf(place.line()))
                : texts.get("check.cell", String.valueOf(place.line()), place.column());
    }

    private void messages(List<NewReminder> first) {
        if (first.isEmpty()) {
            return;
        }
        out.println();
        line("check.first");
        for (NewReminder row : first) {
            printable("  "
                    + texts.get(
                            "check.message",
                            String.valueOf(row.line()),
                            row.phone().masked(),
                            String.valueOf(row.segments()),
                            row.alphabet(),
                            row.sender()));
            printable("    " + row.text());
        }
    }

    private void gate(List<Finding> findings) {
        out.println();
        line(findings.isEmpty() ? "check.passed" : "check.held");
        findings.forEach(finding -> printable("  " + finding.text(locale)));
    }

    private void unasked(Source source, DryTally tally) {
        String full = tally.isComplete() ? "" : "check.unasked.many";
        String lookup = source.enriching().steps().contains(LookedUpPhone.NAME) ? "check.unasked.phones" : "";
        Stream.of("check.unasked", full, lookup).filter(key -> !key.isEmpty()).forEach(this::line);
    }

    private void line(String key, String... details) {
        printable(texts.get(key, details));
    }

    /**
     * Prints text without control characters, so that contents of the file cannot break the line or control the
     * terminal.
     */
    private void printable(String text) {
        out.println(text.replaceAll("\\p{Cc}", " "));
    }
}
