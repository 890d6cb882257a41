package pl.kurenda.ops.privacy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads the rows of a text one at a time, each byte as an ISO-8859-1 character, whatever the charset. A line break
 * between quotation marks is part of the row. Only one row is held in memory.
 */
final class PersonRows implements AutoCloseable {
    /** Most lines of a row; if it has more, a quotation mark was left open. */
    private static final int MOST_LINES = 20;

    /** A longer row is cut after a letter, which no number contains, or at twice this length. */
    private static final int LONGEST = 1 << 20;

    private final InputStream text;
    private final StringBuilder row = new StringBuilder();

    PersonRows(Path file) throws IOException {
        this(Files.newInputStream(file));
    }

    PersonRows(InputStream text) {
        this.text = new BufferedInputStream(text, 1 << 16);
    }

    /** Returns the next row with its line end; null after the last. */
    String next() throws IOException {
        row.setLength(0);
        int lines = 0;
        boolean quoted = false;
        for (int octet = text.read(); octet >= 0; octet = text.read()) {
            row.append((char) octet);
            quoted ^= octet == '"';
            if (octet == '\n') {
                lines++;
                if (!quoted || lines == MOST_LINES) {
                    return row.toString();
                }
            } else if (tooLong(octet)) {
                return row.toString();
            }
        }
        return row.isEmpty() ? null : row.toString();
    }

    private boolean tooLong(int octet) {
        return row.length() >= LONGEST && (letter(octet) || row.length() >= 2 * LONGEST);
    }

    private static boolean letter(int octet) {
        return octet >= 'a' && octet <= 'z' || octet >= 'A' && octet <= 'Z';
    }

    /** Returns the row for display to a person: most files are UTF-8. */
    static String shown(String row) {
        return new String(row.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
