package pl.kurenda.intake.reader;

import java.nio.charset.Charset;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * How a CSV file is read.
 *
 * @param carrier how its bytes lie in the file
 * @param charset of the bytes that the file encoding gives
 * @param delimiter between cells
 * @param quoting of the cells
 * @param skipped number of records before the rows: titles and the header
 * @param widths which numbers of cells a row over several lines may have
 * @param swallows whether a row over several lines has taken in lines that do not belong to it
 * @param trimmed gives a record without the cells to ignore
 */
public record CsvOptions(
        FileEncoding carrier,
        Charset charset,
        char delimiter,
        Quoting quoting,
        int skipped,
        IntPredicate widths,
        Predicate<byte[]> swallows,
        UnaryOperator<RawRecord> trimmed) {
    /** The most line ends that a cell of a list may have. */
    private static final int MOST_LINE_ENDS = 10;

    /**
     * Options for a list without known columns. A row over several lines must have as many cells as the first readable
     * row, and not more than ten line ends.
     *
     * @param mark length of its byte order mark in bytes, 0 without one
     */
    public static CsvOptions list(Charset charset, int mark, char delimiter) {
        FirstWidth width = new FirstWidth();
        return new CsvOptions(
                new FileEncoding.Plain(mark),
                charset,
                delimiter,
                Quoting.STANDARD,
                0,
                width,
                raw -> lineEnds(raw) > MOST_LINE_ENDS,
                width);
    }

    private static int lineEnds(byte[] raw) {
        int count = 0;
        for (int i = 0; i < raw.length; i++) {
            boolean endsInLf = raw[i] == '\r' && i + 1 < raw.length && raw[i + 1] == '\n';
            count += raw[i] == '\n' || raw[i] == '\r' && !endsInLf ? 1 : 0;
        }
        return count;
    }

    /** The number of cells of the first readable record. */
    private static final class FirstWidth implements IntPredicate, UnaryOperator<RawRecord> {
        private int width;

        @Override
        public boolean test(int cells) {
            return cells == width;
        }

        @Override
        public RawRecord apply(RawRecord cut) {
            width = width == 0 && cut.sound() ? cut.cells() : width;
            return cut;
        }
    }
}
