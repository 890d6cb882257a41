package pl.kurenda.intake;

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
 * The records of a file as text for the parser, which reads them in lockstep: for each record the parser finds exactly
 * one, an empty line where the record cannot be read, so that a flaw never reaches it. A single read never gives more
 * than one record, so that the parser cannot run far ahead.
 */
public final class RecordText extends Reader {
    private final RecordCutter cutter;
    private final Layout layout;
    private final AnswerColumns answer;
    private final CharsetDecoder decoder;
    private final Deque<CutRecord> given = new ArrayDeque<>();
    private CharBuffer current = CharBuffer.allocate(0);
    /** Whether the records before the rows are passed; they may be as wide as they like. */
    private boolean inRows;

    private RecordText(InputStream in, Layout layout) {
        this.layout = layout;
        SwallowedRow swallowed = new SwallowedRow(layout);
        this.cutter = new RecordCutter(
                in,
                layout.delimiter(),
                layout.form().quoting(),
                width -> !inRows || layout.accepts(width),
                raw -> inRows && swallowed.test(raw));
        this.answer = new AnswerColumns(layout.delimiter());
        this.decoder = layout.form()
                .cutCharset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The rows of the file, without its header and what stands above. */
    static RecordText open(Path file, Layout layout) throws IOException {
        InputStream in = layout.form().carrier().open(file);
        try {
            RecordText text = new RecordText(in, layout);
            for (int i = 0; i < layout.skipped(); i++) {
                text.cutter.next();
            }
            text.inRows = true;
            return text;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** What stands between the cells. */
    public char delimiter() {
        return layout.delimiter();
    }

    /** The record that the parser must find next, or null where it has been given none that it did not find. */
    CutRecord poll() {
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
        CutRecord cut = cutter.next();
        if (cut == null) {
            return false;
        }
        if (layout.answered()) {
            cut = withoutAnswer(cut);
        }
        current = CharBuffer.wrap("\n");
        if (cut.sound()) {
            cut = decode(cut);
        }
        given.add(cut);
        return true;
    }

    private CutRecord withoutAnswer(CutRecord cut) {
        byte[] raw = answer.strip(cut.raw());
        boolean lost = raw.length < cut.raw().length;
        return new CutRecord(
                cut.line(),
                raw,
                lost && cut.sound() ? cut.cells() - AnswerColumns.COUNT : cut.cells(),
                cut.flaw(),
                lost || cut.ended());
    }

    private CutRecord decode(CutRecord cut) {
        try {
            CharBuffer text = decoder.decode(ByteBuffer.wrap(cut.raw()));
            if (text.chars().noneMatch(sign -> sign == 0)) {
                current = layout.form().quoting().equals(Quoting.STANDARD) ? line(text) : line(standard(text));
                return cut;
            }
        } catch (CharacterCodingException e) {
            return cut.withFlaw(CutRecord.Flaw.OCTETS);
        }
        return cut.withFlaw(CutRecord.Flaw.OCTETS);
    }

    private static CharBuffer line(CharBuffer text) {
        return CharBuffer.allocate(text.length() + 1).put(text).put('\n').flip();
    }

    /** Quoted as the parser expects it. */
    private CharBuffer standard(CharBuffer text) {
        return CharBuffer.wrap(
                Cells.split(text.toString(), layout.delimiter(), layout.form().quoting()).stream()
                        .map(cell -> Cells.quote(cell, layout.delimiter()))
                        .collect(Collectors.joining(String.valueOf(layout.delimiter()))));
    }

    /** Never, so that nobody waits for more than one record at a time. */
    @Override
    public boolean ready() {
        return false;
    }

    @Override
    public void close() throws IOException {
        cutter.close();
    }
}
