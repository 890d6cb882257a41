package pl.kurenda.intake.reader;

import java.nio.charset.Charset;
import java.util.List;

/**
 * A record of a CSV file: its bytes and its cells.
 *
 * @param cut its bytes
 * @param cells unquoted; a single empty cell if the record cannot be read
 */
public record CsvRecord(RawRecord cut, List<String> cells) {

    /** The physical line on which it starts, from 1. */
    public int line() {
        return cut.line();
    }

    /** Whether it could be read. */
    public boolean isReadable() {
        return cut.sound();
    }

    /** The text as it stands in the file, with quotes. Bytes that are invalid in the charset become U+FFFD. */
    public String text(Charset charset) {
        return new String(cut.raw(), charset);
    }

    /** Leaves out the contents of the record. */
    @Override
    public String toString() {
        return "CsvRecord[" + cut.line() + "]";
    }
}
