package pl.kurenda.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** One pass over a file: its fingerprint, the figures of its octets, and its first octets to look at. Memory is constant. */
final class FilePass {
    /** So much of a file is looked at for delimiter and header. */
    static final int SAMPLE = 256 * 1024;

    private static final int CHUNK = 64 * 1024;
    /** A text with some damaged octets has fewer NULs than this; anything else that is no text has more. */
    private static final int OCTETS_PER_NUL = 1000;

    private static final byte[] UTF8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] ZIP_MARK = {'P', 'K', 3, 4};
    private static final byte[] OLE_MARK = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private final CharsetGuess charset = new CharsetGuess();
    private final MessageDigest digest = sha256();
    private byte[] sample = new byte[0];
    private long size;
    private long nuls;

    private FilePass() {}

    static FilePass over(Path file) throws IOException {
        FilePass pass = new FilePass();
        try (InputStream in = Files.newInputStream(file)) {
            pass.sample = in.readNBytes(SAMPLE);
            pass.add(pass.sample, pass.sample.length);
            byte[] chunk = new byte[CHUNK];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                pass.add(chunk, count);
            }
        }
        return pass;
    }

    private void add(byte[] octets, int length) {
        digest.update(octets, 0, length);
        charset.add(octets, length);
        size += length;
        for (int i = 0; i < length; i++) {
            nuls += octets[i] == 0 ? 1 : 0;
        }
    }

    /** What keeps the file from being a text that Kurenda reads, or null. */
    Refusal.Kind refusal() {
        if (size == 0) {
            return Refusal.Kind.EMPTY;
        }
        if (startsWith(ZIP_MARK) || startsWith(OLE_MARK)) {
            return Refusal.Kind.WORKBOOK;
        }
        if (startsWith(new byte[] {(byte) 0xff, (byte) 0xfe}) || startsWith(new byte[] {(byte) 0xfe, (byte) 0xff})) {
            return Refusal.Kind.WIDE;
        }
        return nuls * OCTETS_PER_NUL > size ? Refusal.Kind.BINARY : null;
    }

    Charset charset() {
        return charset.charset();
    }

    boolean hasMark() {
        return startsWith(UTF8_MARK);
    }

    /** The first octets, without the byte order mark of UTF-8. */
    byte[] sample() {
        return hasMark() ? Arrays.copyOfRange(sample, UTF8_MARK.length, sample.length) : sample;
    }

    /** Whether the sample is the whole file. */
    boolean sampledAll() {
        return sample.length == size;
    }

    long size() {
        return size;
    }

    /** To be asked once. */
    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private boolean startsWith(byte[] mark) {
        return sample.length >= mark.length && Arrays.equals(sample, 0, mark.length, mark, 0, mark.length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
