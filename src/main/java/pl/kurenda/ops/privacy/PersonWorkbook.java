package pl.kurenda.ops.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Checks whether a workbook contains a number. It is unpacked in parts and up to a limit, because {@code failed} holds
 * refused files.
 */
final class PersonWorkbook {
    private static final int CHUNK = 1 << 18;
    private static final int OVERLAP = 128;

    /** Far more than any accepted workbook. */
    private static final long MOST_OCTETS = 1L << 30;

    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final Pattern number;
    private long octets;

    private PersonWorkbook(Pattern number) {
        this.number = number;
    }

    /**
     * Whether the file starts like a zip archive.
     *
     * @throws IOException if it starts like a workbook with a password, or one in the format used before 2007
     */
    static boolean is(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            if (Arrays.equals(start, COMPOUND)) {
                throw new ZipException("protected or old");
            }
            return start.length > 1 && start[0] == 'P' && start[1] == 'K';
        }
    }

    /**
     * Searches for the number.
     *
     * @throws IOException if the workbook is damaged, protected or unpacks to too much, so that the search has no
     *     result
     */
    static boolean has(Path file, Pattern number) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            return new PersonWorkbook(number).search(zip);
        } catch (IllegalArgumentException badName) {
            throw new ZipException("a name in it cannot be read");
        }
    }

    private boolean search(ZipInputStream zip) throws IOException {
        boolean any = false;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            any = true;
            if (entry.getName().endsWith(".xml") && contains(zip)) {
                return true;
            }
        }
        if (!any) {
            throw new ZipException("no archive");
        }
        return false;
    }

    private boolean contains(InputStream part) throws IOException {
        String end = "";
        for (byte[] chunk = part.readNBytes(CHUNK); chunk.length > 0; chunk = part.readNBytes(CHUNK)) {
            octets += chunk.length;
            if (octets > MOST_OCTETS) {
                throw new ZipException("too large");
            }
            String text = end + new String(chunk, StandardCharsets.ISO_8859_1);
            if (number.matcher(text).find()) {
                return true;
            }
            end = text.substring(Math.max(0, text.length() - OVERLAP));
        }
        return false;
    }
}
