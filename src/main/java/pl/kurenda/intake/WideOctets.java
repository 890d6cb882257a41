package pl.kurenda.intake;

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
 * UTF-16 as UTF-8. Half a surrogate pair becomes an octet that UTF-8 does not have, so that its row alone cannot be read;
 * the JDK's own readers would replace it in silence.
 */
final class WideOctets extends InputStream {
    private static final int CHUNK = 32 * 1024;
    private static final int UNIT = 2;
    private static final byte NOT_UTF8 = (byte) 0xff;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer wide = ByteBuffer.allocate(CHUNK).flip();
    private final CharBuffer chars = CharBuffer.allocate(CHUNK);
    private ByteBuffer octets = ByteBuffer.allocate(0);
    private boolean drained;
    private boolean damaged;

    WideOctets(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        return advance() ? octets.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int count = Math.min(length, octets.remaining());
        octets.get(buffer, start, count);
        return count;
    }

    private boolean advance() throws IOException {
        while (!octets.hasRemaining()) {
            if (damaged) {
                damaged = false;
                octets = ByteBuffer.wrap(new byte[] {NOT_UTF8});
            } else if (drained && !wide.hasRemaining()) {
                return false;
            } else {
                decode();
            }
        }
        return true;
    }

    private void decode() throws IOException {
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
            // The decoder would take the good unit after half a pair for damaged, too: it may be a line end.
            wide.position(wide.position() + Math.min(result.length(), UNIT));
        }
        octets = StandardCharsets.UTF_8.encode(chars.flip());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
