package pl.kurenda.intake.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A stream whose bytes are generated piece by piece as they are read. */
abstract class GeneratedInputStream extends InputStream {
    private ByteBuffer piece = ByteBuffer.allocate(0);

    /** The next piece, which may be empty, or null at the end. */
    abstract ByteBuffer next() throws IOException;

    private boolean advance() throws IOException {
        while (piece != null && !piece.hasRemaining()) {
            piece = next();
        }
        return piece != null;
    }

    @Override
    public int read() throws IOException {
        return advance() ? piece.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int count = Math.min(length, piece.remaining());
        piece.get(buffer, start, count);
        return count;
    }
}
