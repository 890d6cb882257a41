package pl.kurenda.intake.row;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import pl.kurenda.intake.answer.Detected;
import pl.kurenda.intake.format.Detection;
import pl.kurenda.intake.format.FormatDetector;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.format.Refusal;
import pl.kurenda.intake.source.HoldOut;
import pl.kurenda.intake.source.Source;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.RejectedRow;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.message.PriceSettings;

/**
 * What a file gives from its octets to the verdict on each row, by the parser that camel-csv wraps.
 */
public record ExportRows(Detection detection, List<RowResult> results, List<Finding> noticed, Detected detected) {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T09:15:00Z"), ZoneId.of("Europe/Warsaw"));
    private static final PriceSettings PRICE = new PriceSettings(new BigDecimal("0.0700"));

    public static ExportRows read(Source source, Path file) throws IOException {
        Detection detection = new FormatDetector(source).detect(file);
        return detection instanceof Detection.Readable readable
                ? read(source, file, readable)
                : new ExportRows(detection, List.of(), List.of(), null);
    }

    private static ExportRows read(Source source, Path file, Detection.Readable readable) throws IOException {
        Layout layout = readable.layout();
        RowRules rules = new RowRules(
                source,
                layout,
                new RowValidator(layout, CLOCK),
                new MessageRenderer(source, PRICE, CLOCK, Duration.ofDays(3), new HoldOut(0)));
        List<RowResult> results = results(file, rules);
        FileObservations all = rules.observations();
        return new ExportRows(readable, results, all.noticed(), all.detected());
    }

    private static List<RowResult> results(Path file, RowRules rules) throws IOException {
        List<RowResult> results = new ArrayList<>();
        FileRows.each(file, rules.layout(), rows -> {
            RowBlock block = new RowBlock(rules, null, rows);
            block.check();
            block.render();
            results.addAll(block.results());
        });
        return results;
    }

    public Layout layout() {
        return ((Detection.Readable) detection).layout();
    }

    public Refusal refusal() {
        return ((Detection.Unreadable) detection).refusal();
    }

    /** Each row as {@code line:OK:phone:grosze:due:name} or {@code line:REASON}. */
    public List<String> verdicts() {
        return results.stream().map(ExportRows::verdict).toList();
    }

    private static String verdict(RowResult result) {
        if (result instanceof RowResult.Rejected rejected) {
            RejectedRow row = rejected.rejection();
            return row.line() + ":" + row.reason();
        }
        NewReminder row = ((RowResult.Valid) result).reminder();
        return row.line() + ":OK:" + row.phone().digits() + ":" + row.amount().grosze() + ":" + row.due() + ":"
                + row.name();
    }
}
