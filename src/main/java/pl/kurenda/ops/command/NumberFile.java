package pl.kurenda.ops.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.kurenda.intake.reader.CsvOptions;
import pl.kurenda.intake.reader.CsvReader;
import pl.kurenda.intake.reader.CsvRecord;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;

/**
 * Reads a list of numbers from a spreadsheet, saved as CSV in UTF-8 or windows-1250. It uses the export reader, row by
 * row and in constant memory.
 */
final class NumberFile {
    private static final String MARK = "\uFEFF";
    private static final int LOOKED_AT = 64 * 1024;
    private static final Pattern DIGITS_ALONE = Pattern.compile("[^\\p{L}]*\\d[^\\p{L}]*");
    private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');

    private NumberFile() {}

    /**
     * Passes the rows to an action. A row with wrong quotes is read line by line without its quotes, so that it does
     * not damage other rows. Blank lines, and lines of delimiters only, are skipped.
     *
     * @return number of rows not understood; a first row without numbers counts as a header
     * @throws IOException if the file cannot be read
     */
    static int read(Path file, Row row) throws IOException {
        Charset charset = charset(file);
        String first = firstLine(file, charset);
        int mark = first.startsWith(MARK) ? MARK.getBytes(charset).length : 0;
        char delimiter = delimiter(first);
        AtomicInteger wrong = new AtomicInteger();
        CsvReader.read(
                file,
                CsvOptions.list(charset, mark, delimiter),
                records -> records.forEachRemaining(found -> {
                    List<String> cells = cells(found, charset, delimiter);
                    if (!row.take(found.line(), cells) && !isHeader(found.line(), cells)) {
                        wrong.incrementAndGet();
                    }
                }));
        return wrong.get();
    }

    /** A row with a stray quote, as in {@code 501000001"}, is read without its quotes. */
    private static List<String> cells(CsvRecord found, Charset charset, char delimiter) {
        String text = found.text(charset);
        if (found.isReadable() && count(text, '"') % 2 == 0) {
            return found.cells().stream().map(String::trim).toList();
        }
        String sign = Pattern.quote(String.valueOf(delimiter));
        return Stream.of(text.replace("\"", "").split(sign, -1))
                .map(String::strip)
                .toList();
    }

    /** Whether the line is a header: a first line whose cells are words. A mistyped number is not a word. */
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

    private static String firstLine(Path file, Charset charset) throws IOException {
        try (Reader text = Files.newBufferedReader(file, charset)) {
            char[] start = new char[LOOKED_AT / 2];
            int length = Math.max(0, text.read(start));
            return new String(start, 0, length).lines().findFirst().orElse("");
        }
    }

    /** Returns the most frequent delimiter in the line. */
    private static char delimiter(String line) {
        char best = DELIMITERS.get(0);
        for (char sign : DELIMITERS) {
            best = count(line, sign) > count(line, best) ? sign : best;
        }
        return best;
    }

    private static long count(String line, char sign) {
        return line.chars().filter(c -> c == sign).count();
    }

    /** Returns the first cell that is a mobile number. */
    static Optional<Msisdn> phone(List<String> cells) {
        return cells.stream()
                // Excel marks numbers stored as text in this way
                .map(cell -> cell.startsWith("'") ? cell.substring(1) : cell)
                .map(Msisdn::read)
                .filter(PhoneReading.Mobile.class::isInstance)
                .map(reading -> ((PhoneReading.Mobile) reading).msisdn())
                .findFirst();
    }

    /** Receives rows. */
    interface Row {
        /**
         * @param line physical line on which the row starts, from 1
         * @return whether the row was understood
         */
        boolean take(long line, List<String> cells);
    }
}
