package pl.kurenda.ops.privacy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The rows of a text, one at a time, each octet read as a sign of ISO-8859-1, whatever the charset. A line end between quotation
 * marks is part of the row. Memory is that of one row.
 */
final class PersonRows implements AutoCloseable {
    /** A row of so many lines is none: a quotation mark was left open. */
    private static final int MOST_LINES = 20;

    /** A row that is longer is cut behind a letter, which no number has, or else at twice the length. */
    private static final int LONGEST = 1 << 20;

    private final InputStream text;
    private final StringBuilder row = new StringBuilder();

    PersonRows(Path file) throws IOException {
        this(Files.newInputStream(file));
    }

    PersonRows(InputStream text) {
        this.text = new BufferedInputStream(text, 1 << 16);
    }

    /** The next row with its line end; null after the last. */
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

    /** As it is shown to a person: most files are UTF-8. */
    static String shown(String row) {
        return new String(row.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
