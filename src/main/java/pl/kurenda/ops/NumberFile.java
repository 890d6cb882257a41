package pl.kurenda.ops;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;

/**
 * A list of numbers that an office keeps in a spreadsheet, saved as CSV, in UTF-8 or windows-1250. Read row by row, in
 * constant memory.
 */
final class NumberFile {
    private static final char MARK = '\uFEFF';
    private static final int LOOKED_AT = 64 * 1024;
    private static final Pattern DIGITS_ALONE = Pattern.compile("[^\\p{L}]*\\d[^\\p{L}]*");
    private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');

    private NumberFile() {}

    /**
     * Hands over the rows. One whose quotes are wrong is taken line by line, without them: it must not keep the others.
     *
     * @return how many rows were not understood; a first one without numbers is taken for a header
     * @throws IOException if the file cannot be read
     */
    static int read(Path file, Row row) throws IOException {
        int wrong = 0;
        try (BufferedReader text = Files.newBufferedReader(file, charset(file))) {
            NumberRows rows = new NumberRows(text, delimiter(text));
            for (List<String> cells = rows.next(); cells != null; cells = rows.next()) {
                boolean understood = cells.isEmpty() || row.take(rows.line(), cells);
                wrong += understood || isHeader(rows.line(), cells) ? 0 : 1;
            }
        }
        return wrong;
    }

    /** A first line whose cells are words; a number that somebody has mistyped is none. */
    static boolean isHeader(long line, List<String> cells) {
        return line == 1
                && cells.stream().noneMatch(cell -> DIGITS_ALONE.matcher(cell).matches());
    }

    private static Charset charset(Path file) throws IOException {
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            char[] chunk = new char[LOOKED_AT];
            int count = 0;
            while (count >= 0) {
                count = text.read(chunk);
            }
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("windows-1250");
        }
    }

    /** What the first line has most of; a byte order mark is passed over. */
    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(LOOKED_AT);
        char[] start = new char[LOOKED_AT / 2];
        int length = Math.max(0, text.read(start));
        text.reset();
        String first = new String(start, 0, length).lines().findFirst().orElse("");
        if (!first.isEmpty() && first.charAt(0) == MARK) {
            text.read();
        }
        char best = DELIMITERS.get(0);
        for (char sign : DELIMITERS) {
            best = count(first, sign) > count(first, best) ? sign : best;
        }
        return best;
    }

    private static long count(String line, char sign) {
        return line.chars().filter(c -> c == sign).count();
    }

    /** The first cell that is a mobile number. */
    static Optional<Msisdn> phone(List<String> cells) {
        return cells.stream()
                // Excel marks numbers that are meant as text in this way.
                .map(cell -> cell.startsWith("'") ? cell.substring(1) : cell)
                .map(Msisdn::read)
                .filter(PhoneReading.Mobile.class::isInstance)
                .map(reading -> ((PhoneReading.Mobile) reading).msisdn())
                .findFirst();
    }

    /** Takes rows. */
    interface Row {
        /**
         * @param line physical line on which the row begins, from 1
         * @return whether it was understood
         */
        boolean take(long line, List<String> cells);
    }
}
