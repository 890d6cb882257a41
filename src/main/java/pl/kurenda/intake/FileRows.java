package pl.kurenda.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a file, beside the route: by the parser that camel-csv wraps, with the settings that the intake route gives it. */
final class FileRows {
    private FileRows() {}

    /** Gives them block by block. */
    static void each(Path file, Layout layout, Consumer<List<Row>> block) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(layout.delimiter())
                .setIgnoreEmptyLines(false)
                .get();
        try (RecordText text = RecordText.open(file, layout);
                CSVParser parser = CSVParser.parse(text, format)) {
            RowBlocks blocks = new RowBlocks(file.getFileName().toString(), text, new Parsed(parser.iterator()));
            while (blocks.hasNext()) {
                block.accept(blocks.next());
            }
        }
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
}
