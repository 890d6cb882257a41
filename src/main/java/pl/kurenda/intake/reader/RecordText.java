package pl.kurenda.intake.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/**
 * The records of a file as text for a parser. Cutter and parser work in lockstep: the parser gets one line for each
 * record, and an empty line for a record that cannot be read, so that it never meets a flaw. A single read never
 * returns more than one record, so that the parser cannot run far ahead.
 */
public final class RecordText extends Reader {
    private final RecordScanner cutter;
    private final CsvOptions options;
    private final CharsetDecoder decoder;
    private final Deque<RawRecord> given = new ArrayDeque<>();
    private CharBuffer current = CharBuffer.allocate(0);
    /** Whether the records before the rows have been skipped. Those may have any width. */
    private boolean inRows;

    private RecordText(InputStream in, CsvOptions options) {
        this.options = options;
        this.cutter = new RecordScanner(
                in,
                options.delimiter(),
                options.quoting(),
                width -> !inRows || options.widths().test(width),
                raw -> inRows && options.swallows().test(raw));
        this.decoder = options.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The rows of the file, without its header and the titles above it. */
    public static RecordText open(Path file, CsvOptions options) throws IOException {
        InputStream in = options.carrier().open(file);
        try {
            RecordText text = new RecordText(in, options);
            for (int i = 0; i < options.skipped(); i++) {
                text.cutter.next();
            }
            text.inRows = true;
            return text;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The delimiter of the cells. */
    public char delimiter() {
        return options.delimiter();
    }

    /** The record that the parser must find next, or null if it has found all that it was given. */
    public RawRecord poll() {
        return given.poll();
    }

    @Override
    public int read(char[] buffer, int start, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!current.hasRemaining() && !advance()) {
            return -1;
        }
        int count = Math.min(length, current.remaining());
        current.get(buffer, start, count);
        return count;
    }

    private boolean advance() throws IOException {
        RawRecord cut = cutter.next();
        if (cut == null) {
            return false;
        }
        cut = options.trimmed().apply(cut);
        current = CharBuffer.wrap("\n");
        if (cut.sound()) {
            cut = decode(cut);
        }
        given.add(cut);
        return true;
    }

    private RawRecord decode(RawRecord cut) {
        try {
            CharBuffer text = decoder.decode(ByteBuffer.wrap(cut.raw()));
            if (text.chars().noneMatch(sign -> sign == 0)) {
                current = options.quoting().equals(Quoting.STANDARD) ? line(text) : line(standard(text));
                return cut;
            }
        } catch (CharacterCodingException e) {
            return cut.withFlaw(RawRecord.Flaw.OCTETS);
        }
        return cut.withFlaw(RawRecord.Flaw.OCTETS);
    }

    private static CharBuffer line(CharBuffer text) {
        return CharBuffer.allocate(text.length() + 1).put(text).put('\n').flip();
    }

    /** The text, quoted as the parser expects it. */
    private CharBuffer standard(CharBuffer text) {
        return CharBuffer.wrap(Cells.split(text.toString(), options.delimiter(), options.quoting()).stream()
                .map(cell -> Cells.quote(cell, options.delimiter()))
                .collect(Collectors.joining(String.valueOf(options.delimiter()))));
    }

    /** Never ready, so that a buffered reader does not ask for more than one record at a time. */
    @Override
    public boolean ready() {
        return false;
    }

    @Override
    public void close() throws IOException {
        cutter.close();
    }
}
