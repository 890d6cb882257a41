package pl.kurenda.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import pl.kurenda.ledger.Finding;
import pl.kurenda.ledger.NewRejection;
import pl.kurenda.ledger.NewReminder;
import pl.kurenda.message.PriceSettings;

/**
 * What a file gives from its octets to the verdict on each row, by the parser that camel-csv wraps, with the settings that
 * {@code CsvRows} gives it.
 */
record ExportRows(Detection detection, List<RowResult> results, List<Finding> noticed) {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T09:15:00Z"), ZoneId.of("Europe/Warsaw"));
    private static final PriceSettings PRICE = new PriceSettings(new BigDecimal("0.0700"));

    static ExportRows read(Source source, Path file) throws IOException {
        Detection detection = new FormatDetector(source).detect(file);
        return detection instanceof Detection.Readable readable
                ? read(source, file, readable)
                : new ExportRows(detection, List.of(), List.of());
    }

    private static ExportRows read(Source source, Path file, Detection.Readable readable) throws IOException {
        RowChecker checker = new RowChecker(source, readable.layout(), PRICE, CLOCK, Duration.ofDays(3));
        List<RowResult> results = results(file, readable.layout(), checker);
        return new ExportRows(readable, results, checker.noticed());
    }

    private static List<RowResult> results(Path file, Layout layout, RowChecker checker) throws IOException {
        List<RowResult> results = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(layout.delimiter())
                .setIgnoreEmptyLines(false)
                .get();
        try (RecordText text = RecordText.open(file, layout);
                CSVParser parser = format.parse(text)) {
            Iterator<CSVRecord> records = parser.iterator();
            RowBlocks blocks = new RowBlocks(null, text, new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return records.hasNext();
                }

                @Override
                public ParsedRecord next() {
                    CSVRecord found = records.next();
                    return new ParsedRecord(found.getRecordNumber(), found.toList());
                }
            });
            while (blocks.hasNext()) {
                blocks.next().rows().forEach(row -> results.add(checker.check(row)));
            }
        }
        return results;
    }

    Layout layout() {
        return ((Detection.Readable) detection).layout();
    }

    Refusal refusal() {
        return ((Detection.Unreadable) detection).refusal();
    }

    /** Each row as {@code line:OK:phone:grosze:due:name} or {@code line:REASON}. */
    List<String> verdicts() {
        return results.stream().map(ExportRows::verdict).toList();
    }

    private static String verdict(RowResult result) {
        if (result instanceof RowResult.Rejected rejected) {
            NewRejection row = rejected.rejection();
            return row.line() + ":" + row.reason();
        }
        NewReminder row = ((RowResult.Valid) result).reminder();
        return row.line() + ":OK:" + row.phone().digits() + ":" + row.amount().grosze() + ":" + row.due() + ":"
                + row.name();
    }
}
