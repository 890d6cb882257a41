package pl.kurenda.intake.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Converts UTF-16 to UTF-8. Half of a surrogate pair becomes a byte that is invalid in UTF-8, so that only its own row
 * cannot be read. The JDK's own readers would replace it silently.
 */
final class Utf16Input extends GeneratedInputStream {
    private static final int CHUNK = 32 * 1024;
    private static final int UNIT = 2;
    private static final byte NOT_UTF8 = (byte) 0xff;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer wide = ByteBuffer.allocate(CHUNK).flip();
    private final CharBuffer chars = CharBuffer.allocate(CHUNK);
    private boolean drained;
    private boolean damaged;

    Utf16Input(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    ByteBuffer next() throws IOException {
        if (damaged) {
            damaged = false;
            return ByteBuffer.wrap(new byte[] {NOT_UTF8});
        }
        return drained && !wide.hasRemaining() ? null : decode();
    }

    private ByteBuffer decode() throws IOException {
        if (!drained) {
            wide.compact();
            int count = in.read(wide.array(), wide.position(), wide.remaining());
            drained = count < 0;
            wide.position(wide.position() + Math.max(0, count)).flip();
        }
        chars.clear();
        CoderResult result = decoder.decode(wide, chars, drained);
        if (result.isError()) {
            damaged = true;
            // The decoder would also treat the valid unit after half a pair as damaged. That unit may be a line end.
            wide.position(wide.position() + Math.min(result.length(), UNIT));
        }
        return StandardCharsets.UTF_8.encode(chars.flip());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
