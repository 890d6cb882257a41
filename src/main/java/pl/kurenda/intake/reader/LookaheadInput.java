package pl.kurenda.intake.reader;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream with a movable window, so that the caller can look ahead and come back. The window starts where the caller
 * last moved it.
 */
final class LookaheadInput implements Closeable {
    /** Returned for positions after the last byte. */
    static final int END = -1;

    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private byte[] octets = new byte[2 * CHUNK];
    private int start;
    private int end;
    private boolean drained;

    LookaheadInput(InputStream in) {
        this.in = in;
    }

    /** The byte at this offset from the start of the window, 0 to 255, or {@link #END}. */
    int at(int offset) throws IOException {
        if (start + offset < end) {
            return octets[start + offset] & 0xff;
        }
        return fill(offset) ? octets[start + offset] & 0xff : END;
    }

    /** A copy of the first bytes of the window. */
    byte[] head(int length) {
        return Arrays.copyOfRange(octets, start, start + length);
    }

    /** Moves the start of the window forward. The bytes passed must have been looked at. */
    void advance(int length) {
        start += length;
    }

    private boolean fill(int offset) throws IOException {
        while (start + offset >= end && !drained) {
            makeRoom();
            int count = in.read(octets, end, octets.length - end);
            if (count < 0) {
                drained = true;
            } else {
                end += count;
            }
        }
        return start + offset < end;
    }

    private void makeRoom() {
        if (start > 0) {
            System.arraycopy(octets, start, octets, 0, end - start);
            end -= start;
            start = 0;
        }
        if (octets.length - end < CHUNK) {
            octets = Arrays.copyOf(octets, octets.length * 2);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
