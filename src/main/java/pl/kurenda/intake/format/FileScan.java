package pl.kurenda.intake.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** One pass over a file: computes its fingerprint and byte statistics. Memory is constant. */
public final class FileScan {
    private static final int CHUNK = 64 * 1024;
    /**
     * A text with some damaged bytes has fewer than one control character in this many bytes. A binary file has more.
     */
    private static final int OCTETS_PER_CONTROL = 20;

    /** One bit for each control character that no text contains: all below the space except BEL to CR, SUB and ESC. */
    private static final int CONTROLS = ~(0x7f << 7 | 1 << 0x1a | 1 << 0x1b);

    private static final byte[] UTF8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] LITTLE_MARK = {(byte) 0xff, (byte) 0xfe};
    private static final byte[] BIG_MARK = {(byte) 0xfe, (byte) 0xff};
    private static final byte[] UTF32_MARK = {(byte) 0xff, (byte) 0xfe, 0, 0};
    private static final byte[] ZIP_MARK = {'P', 'K', 3, 4};
    private static final byte[] OLE_MARK = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private final CharsetGuess charset = new CharsetGuess();
    private final MessageDigest digest = sha256();
    private byte[] start = new byte[0];
    private long size;
    private long controls;

    /** NULs at even and odd places. In UTF-16 without a byte order mark, they stand next to the ASCII characters. */
    private final long[] nuls = new long[2];

    private FileScan() {}

    public static FileScan over(Path file) throws IOException {
        FileScan pass = new FileScan();
        try (InputStream in = Files.newInputStream(file)) {
            pass.start = in.readNBytes(UTF32_MARK.length);
            pass.add(pass.start, pass.start.length);
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
        for (int i = 0; i < length; i++) {
            int octet = octets[i];
            if (octet >= 0 && octet < ' ' && (CONTROLS >> octet & 1) != 0) {
                controls++;
                nuls[(int) (size + i & 1)] += octet == 0 ? 1 : 0;
            }
        }
        size += length;
    }

    /** Why Kurenda cannot read the file, or null if it can. */
    public Refusal.Kind refusal() {
        if (size == 0) {
            return Refusal.Kind.EMPTY;
        }
        if (startsWith(OLE_MARK)) {
            return Refusal.Kind.WORKBOOK;
        }
        if (isPackage() || wide() != null) {
            return startsWith(UTF32_MARK) ? Refusal.Kind.WIDE : null;
        }
        return controls > 1 && controls * OCTETS_PER_CONTROL > size ? Refusal.Kind.BINARY : null;
    }

    /** Whether the file is a ZIP archive, as workbooks are. */
    public boolean isPackage() {
        return startsWith(ZIP_MARK);
    }

    /** UTF-16LE or UTF-16BE if the file is in one of them, else null. */
    public Charset wide() {
        if (startsWith(LITTLE_MARK)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(BIG_MARK)) {
            return StandardCharsets.UTF_16BE;
        }
        if (size % 2 != 0 || nuls[0] == nuls[1]) {
            return null;
        }
        long most = Math.max(nuls[0], nuls[1]);
        boolean sided = most * 3 > size / 2 && Math.min(nuls[0], nuls[1]) * 10 <= most;
        return !sided ? null : nuls[1] == most ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    public Charset charset() {
        return hasMark() ? StandardCharsets.UTF_8 : charset.charset();
    }

    /** Whether the letters of the file, and not only a byte order mark, show that it is UTF-8. */
    boolean isUtf8() {
        return charset.showsUtf8(hasMark());
    }

    /** The charset that the letters of the file show, if it differs from the configured one. */
    Optional<Charset> instead(Charset set) {
        return isUtf8() ? Optional.of(StandardCharsets.UTF_8) : charset.instead(set);
    }

    public boolean hasMark() {
        return startsWith(UTF8_MARK);
    }

    /** The length in bytes of the byte order mark at the start of the file. */
    public int mark() {
        return hasMark() ? UTF8_MARK.length : startsWith(LITTLE_MARK) || startsWith(BIG_MARK) ? LITTLE_MARK.length : 0;
    }

    long size() {
        return size;
    }

    /** Call this only once. */
    public String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private boolean startsWith(byte[] mark) {
        return start.length >= mark.length && Arrays.equals(start, 0, mark.length, mark, 0, mark.length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
