package pl.kurenda.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import pl.kurenda.ledger.NewRejection;
import pl.kurenda.message.AlphabetPolicy;
import pl.kurenda.message.SmsText;

/** The rejected rows of a file as an export again: what came, octet for octet, and why it was rejected. */
final class RejectedFile {
    private static final byte[] UTF8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int SHOWN = 60;

    private final Layout layout;
    private final OutputStream out;
    private final CharsetEncoder encoder;

    RejectedFile(Layout layout, OutputStream out) {
        this.layout = layout;
        this.out = out;
        this.encoder = layout.charset()
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    void writeHeader() throws IOException {
        if (layout.bom()) {
            out.write(UTF8_MARK);
        }
        if (layout.header() != null) {
            out.write(layout.header().raw());
            write(new AnswerColumns(layout.delimiter()).header() + layout.lineEnd());
        }
    }

    void write(NewRejection row) {
        try {
            out.write(row.raw());
            write(layout.delimiter()
                    + String.valueOf(row.line())
                    + layout.delimiter()
                    + row.reason()
                    + layout.delimiter()
                    + Cells.quote(explanation(row), layout.delimiter())
                    + layout.lineEnd());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In Polish: which column, what stands there, what to do. */
    private String explanation(NewRejection row) {
        return Texts.POLISH.get(
                "reason." + row.reason(), column(row), shown(row.value()), String.valueOf(layout.width()));
    }

    private String column(NewRejection row) {
        return row.column() == null ? "" : row.column();
    }

    private static String shown(String value) {
        String line =
                value == null ? "" : value.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
    }

    /** What the charset lacks goes without its diacritics, and if that does not help, as a question mark. */
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
