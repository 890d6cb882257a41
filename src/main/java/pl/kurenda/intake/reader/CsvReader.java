package pl.kurenda.intake.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * The only reader of CSV files from outside: exports, lists of payments and lists of numbers. {@link RecordText} cuts
 * the file into records, so that a broken record does not damage its neighbours. A parser then finds the cells:
 * camel-csv in the routes, commons-csv elsewhere, both with {@link #format}. Cutter and parser must agree on each
 * record.
 */
public final class CsvReader implements Iterator<CsvRecord> {
    private final String file;
    private final RecordText text;
    private final Iterator<ParsedRecord> parsed;
    private long count;

    /**
     * @param file its name, for an error message
     * @param text of the file
     * @param parsed what a parser finds in the text
     */
    public CsvReader(String file, RecordText text, Iterator<ParsedRecord> parsed) {
        this.file = file;
        this.text = text;
        this.parsed = parsed;
    }

    /** The format in which every parser reads a {@link RecordText}. */
    public static CSVFormat format(char delimiter) {
        // An empty line represents a record that cannot be read: the parser must not skip it.
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
    }

    /** The records of a text, which the caller closes. */
    public static CsvReader over(Path file, RecordText text) throws IOException {
        Iterator<ParsedRecord> parsed = CSVParser.parse(text, format(text.delimiter())).stream()
                .map(ParsedRecord::of)
                .iterator();
        return new CsvReader(file.getFileName().toString(), text, parsed);
    }

    /**
     * Reads a file. The records are valid during the call only.
     *
     * @throws IOException if the file cannot be read
     */
    public static void read(Path file, CsvOptions options, Consumer<Iterator<CsvRecord>> records) throws IOException {
        try (RecordText text = RecordText.open(file, options);
                CSVParser parser = CSVParser.parse(text, format(options.delimiter()))) {
            Iterator<ParsedRecord> parsed =
                    parser.stream().map(ParsedRecord::of).iterator();
            records.accept(new CsvReader(file.getFileName().toString(), text, parsed));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean hasNext() {
        if (parsed.hasNext()) {
            return true;
        }
        require(text.poll() == null);
        return false;
    }

    @Override
    public CsvRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ParsedRecord found = parsed.next();
        RawRecord cut = text.poll();
        require(cut != null && found.number() == ++count);
        require(found.cells().size() == (cut.sound() ? cut.cells() : 1));
        return new CsvRecord(cut, found.cells());
    }

    private void require(boolean agreed) {
        if (!agreed) {
            throw new IllegalStateException(
                    "the parser and the cutter disagree on the records of " + file + " after record " + count);
        }
    }
}
