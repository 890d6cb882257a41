package pl.kurenda.intake.reader;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Cuts the bytes of an export into records, before the parser sees them, so that a broken row does not damage its
 * neighbours. Quoting follows RFC 4180 or the given {@link Quoting}. Lines end in CRLF, LF or CR. In all charsets that
 * Kurenda reads, delimiters, quotes and line ends have their ASCII codes. A record over several lines is undone if it
 * has bad quoting, a wrong number of cells or a row of its own in it. Then only its first physical line is flawed, and
 * reading goes on with the next line. Blank lines, and lines of delimiters alone, are not records.
 *
 * <p>Memory: one record of up to {@link #MAX_RECORD} bytes. The rest of a longer line is not kept.
 */
public final class RecordScanner implements Closeable {
    /** The most bytes that a cell may have. */
    static final int MAX_CELL = 64 * 1024;
    /** The most bytes that a record may have. */
    public static final int MAX_RECORD = 1024 * 1024;

    private static final int SUBSTITUTE = 0x1a;

    private final LookaheadInput window;
    private final int delimiter;
    private final Quoting quoting;
    private final IntPredicate widths;
    private final Predicate<byte[]> swallows;

    private int line = 1;

    /** Offset in the window, within the record that is being scanned. */
    private int offset;

    private int cells;
    private int lineEnds;
    private int firstLineEnd;

    /**
     * @param in the file, after its byte order mark
     * @param delimiter between cells, ASCII
     * @param widths which numbers of cells a record over several lines may have
     */
    RecordScanner(InputStream in, char delimiter, IntPredicate widths) {
        this(in, delimiter, Quoting.STANDARD, widths, raw -> false);
    }

    /**
     * @param quoting of its cells
     * @param swallows whether a record over several lines has taken in lines that do not belong to it
     */
    public RecordScanner(
            InputStream in, char delimiter, Quoting quoting, IntPredicate widths, Predicate<byte[]> swallows) {
        this.window = new LookaheadInput(in);
        this.delimiter = delimiter;
        this.quoting = quoting;
        this.widths = widths;
        this.swallows = swallows;
    }

    /** The next record, or null after the last one. */
    public RawRecord next() throws IOException {
        while (window.at(0) != LookaheadInput.END) {
            RawRecord record = cut();
            if (!isBlank(record)) {
                return record;
            }
        }
        return null;
    }

    private RawRecord cut() throws IOException {
        RawRecord.Flaw flaw = scan();
        if (flaw == RawRecord.Flaw.NONE && lineEnds > 0 && isMisread()) {
            flaw = RawRecord.Flaw.QUOTING;
        }
        if (flaw != RawRecord.Flaw.NONE) {
            return firstLine(flaw);
        }
        RawRecord record = new RawRecord(line, window.head(offset), cells, flaw, lineEndAt(offset) > 0);
        line += lineEnds + 1;
        window.advance(offset + lineEndAt(offset));
        return record;
    }

    private boolean isMisread() {
        return !widths.test(cells) || swallows.test(window.head(offset));
    }

    /** Moves the offset to the line end after the record. */
    private RawRecord.Flaw scan() throws IOException {
        offset = 0;
        cells = 1;
        lineEnds = 0;
        firstLineEnd = -1;
        while (true) {
            int cellStart = offset;
            if (quoting.afterBlanks()) {
                passBlanksBeforeQuote();
            }
            boolean closed = window.at(offset) != quoting.sign() || skipQuoted(cellStart);
            if (!closed) {
                return offset - cellStart > MAX_CELL ? RawRecord.Flaw.SIZE : RawRecord.Flaw.QUOTING;
            }
            skipPlain(cellStart);
            if (offset - cellStart > MAX_CELL || offset > MAX_RECORD) {
                return RawRecord.Flaw.SIZE;
            }
            if (window.at(offset) != delimiter) {
                return RawRecord.Flaw.NONE;
            }
            cells++;
            offset++;
        }
    }

    private void passBlanksBeforeQuote() throws IOException {
        int at = offset;
        while (isBlank(window.at(at)) && at - offset < MAX_CELL) {
            at++;
        }
        offset = window.at(at) == quoting.sign() ? at : offset;
    }

    private boolean isBlank(int octet) {
        return octet == ' ' || octet == '\t' && delimiter != '\t';
    }

    /** Moves the offset past a quoted cell. False if the quoting is bad or the cell is too long. */
    private boolean skipQuoted(int cellStart) throws IOException {
        offset++;
        while (offset - cellStart <= MAX_CELL) {
            int octet = window.at(offset);
            if (octet == LookaheadInput.END) {
                return false;
            }
            if (octet == quoting.sign() && window.at(offset + 1) != quoting.sign()) {
                offset++;
                return skipBlanks();
            }
            int lineEnd = lineEndAt(offset);
            if (lineEnd > 0 && lineEnds++ == 0) {
                firstLineEnd = offset;
            }
            offset += octet == quoting.sign() ? 2 : Math.max(1, lineEnd);
        }
        return false;
    }

    /** Skips blanks after a closing quote. False if anything but the end of the cell follows. */
    private boolean skipBlanks() throws IOException {
        while (isBlank(window.at(offset))) {
            offset++;
        }
        return endsCell(window.at(offset));
    }

    private void skipPlain(int cellStart) throws IOException {
        while (!endsCell(window.at(offset)) && offset - cellStart <= MAX_CELL) {
            offset++;
        }
    }

    private boolean endsCell(int octet) {
        return octet == delimiter || octet == '\n' || octet == '\r' || octet == LookaheadInput.END;
    }

    private int lineEndAt(int at) throws IOException {
        int octet = window.at(at);
        if (octet == '\r') {
            return window.at(at + 1) == '\n' ? 2 : 1;
        }
        return octet == '\n' ? 1 : 0;
    }

    private RawRecord firstLine(RawRecord.Flaw flaw) throws IOException {
        int length = firstLineEnd >= 0 ? firstLineEnd : 0;
        while (length < MAX_RECORD && window.at(length) != LookaheadInput.END && lineEndAt(length) == 0) {
            length++;
        }
        byte[] raw = window.head(length);
        window.advance(length);
        while (window.at(0) != LookaheadInput.END && lineEndAt(0) == 0) {
            window.advance(1);
        }
        window.advance(lineEndAt(0));
        return new RawRecord(line++, raw, 0, flaw);
    }

    /** Whether the line has only blanks and delimiters. DOS programs end a file with SUB (0x1A). */
    private boolean isBlank(RawRecord record) {
        for (byte octet : record.raw()) {
            if (octet != delimiter && octet != ' ' && octet != '\t' && octet != SUBSTITUTE) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
