package pl.kurenda.intake.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;

/**
 * The texts that the cells of a workbook share, by number. They cannot be streamed, because any cell may need any of
 * them. They are kept as UTF-8 without an object for each, up to {@link #OCTETS} bytes.
 */
final class SharedTexts {
    /** Enough for a million rows, each with its own name and account number. */
    static final int OCTETS = 128 * 1024 * 1024;

    private byte[] octets = new byte[8192];
    private int[] ends = new int[1024];
    private int count;
    private int size;

    /** @param part of the package, or null if there is none; it is closed */
    static SharedTexts read(InputStream part) throws IOException {
        SharedTexts texts = new SharedTexts();
        if (part != null) {
            try (BoundedXml xml = BoundedXml.over(part)) {
                while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
                    if (xml.starts("si")) {
                        texts.add(RichText.read(xml, "si"));
                    }
                }
            }
        }
        return texts;
    }

    /** @throws WorkbookFile.DamagedException if there is no text with this number */
    String get(int number) throws IOException {
        if (number < 0 || number >= count) {
            throw new WorkbookFile.DamagedException("a cell asks for a text that is not there");
        }
        int start = number == 0 ? 0 : ends[number - 1];
        return new String(octets, start, ends[number] - start, StandardCharsets.UTF_8);
    }

    private void add(String text) throws IOException {
        byte[] added = text.getBytes(StandardCharsets.UTF_8);
        if (size + (long) added.length + count * 4L > OCTETS) {
            throw new WorkbookFile.DamagedException("texts over " + OCTETS + " octets");
        }
        if (size + added.length > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(size + added.length, octets.length * 2));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        System.arraycopy(added, 0, octets, size, added.length);
        size += added.length;
        ends[count++] = size;
    }
}
