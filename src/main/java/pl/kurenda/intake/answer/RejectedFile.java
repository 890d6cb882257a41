package pl.kurenda.intake.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.format.ReplyColumns;
import pl.kurenda.intake.reader.Cells;
import pl.kurenda.intake.text.Texts;
import pl.kurenda.ledger.batch.RejectedRow;
import pl.kurenda.message.AlphabetPolicy;
import pl.kurenda.message.SmsText;

/** Writes the rejected rows of a file as a new export: the original bytes of each row, and why it was rejected. */
public final class RejectedFile {
    private static final char MARK = '\ufeff';
    private static final int SHOWN = 60;

    private final Layout layout;
    private final OutputStream out;
    private final CharsetEncoder encoder;

    public RejectedFile(Layout layout, OutputStream out) {
        this.layout = layout;
        this.out = out;
        this.encoder = layout.charset()
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    public void writeHeader() throws IOException {
        if (layout.form().bom()) {
            out.write(String.valueOf(MARK).getBytes(layout.charset()));
        }
        if (layout.header() != null) {
            writeRaw(layout.header().raw());
            write(new ReplyColumns(layout.delimiter()).header() + layout.form().lineEnd());
        }
    }

    public void write(RejectedRow row) {
        try {
            writeRaw(row.raw());
            write(layout.delimiter()
                    + String.valueOf(row.line())
                    + layout.delimiter()
                    + row.reason()
                    + layout.delimiter()
                    + Cells.quote(quotable(explanation(row)), layout.delimiter())
                    + layout.form().lineEnd());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes bytes cut from the file, in the charset of the file. */
    private void writeRaw(byte[] cut) throws IOException {
        Charset of = layout.form().cutCharset();
        out.write(of.equals(layout.charset()) ? cut : new String(cut, of).getBytes(layout.charset()));
    }

    /** Removes characters that need quotes if the file does not quote cells as we do. */
    private String quotable(String text) {
        return layout.form().quoting().sign() == '"'
                ? text
                : text.replace(layout.delimiter(), ' ').replace('"', ' ').replace('\'', ' ');
    }

    /** The explanation in Polish: which column, what it has, what to do. */
    private String explanation(RejectedRow row) {
        return Texts.POLISH.get(
                RejectionWords.key(row.reason(), row.column(), row.value()),
                column(row),
                shown(row.value()),
                String.valueOf(layout.width()));
    }

    private String column(RejectedRow row) {
        return row.column() == null ? "" : row.column();
    }

    private static String shown(String value) {
        String line =
                value == null ? "" : value.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
    }

    /**
     * Writes text in the charset of the file. If the charset lacks a character, the text goes without diacritics; any
     * character still missing becomes a question mark.
     */
    private void write(String text) throws IOException {
        String known = encoder.canEncode(text)
                ? text
                : SmsText.of(text, AlphabetPolicy.TRANSLITERATE).text();
        out.write(encode(encoder.canEncode(known) ? known : text));
    }

    private byte[] encode(String text) throws CharacterCodingException {
        ByteBuffer octets = encoder.encode(CharBuffer.wrap(text));
        byte[] answer = new byte[octets.remaining()];
        octets.get(answer);
        return answer;
    }
}
