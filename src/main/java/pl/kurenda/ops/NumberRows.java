package pl.kurenda.ops;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a list, one by one; one whose quotes are wrong does not take the next ones with it. One thread at a time. */
final class NumberRows {
    /** A cell with line ends in it goes on for so many lines at most. */
    private static final int MOST_LINES = 10;

    private final BufferedReader text;
    private final CSVFormat format;
    private final Pattern delimiter;
    private final Deque<String> ahead = new ArrayDeque<>();
    private int line;
    private int read;
    private int width;

    NumberRows(BufferedReader text, char delimiter) {
        this.text = text;
        this.format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setTrim(true)
                .get();
        this.delimiter = Pattern.compile(Pattern.quote(String.valueOf(delimiter)));
    }

    /** The cells of the next row, none for an empty line, or null after the last one. */
    List<String> next() throws IOException {
        String first = poll();
        if (first == null) {
            return null;
        }
        line = ++read;
        List<String> more = new ArrayList<>();
        StringBuilder row = new StringBuilder(first);
        while (isOpen(row) && more.size() < MOST_LINES) {
            String next = poll();
            if (next == null) {
                break;
            }
            more.add(next);
            row.append('\n').append(next);
        }
        List<String> cells = isOpen(row) ? null : parsed(row.toString());
        if (cells == null || !more.isEmpty() && cells.size() != width) {
            for (int i = more.size() - 1; i >= 0; i--) {
                ahead.push(more.get(i));
            }
            return plain(first);
        }
        read += more.size();
        width = width == 0 ? cells.size() : width;
        return cells;
    }

    /** The physical line on which that row begins, from 1. */
    int line() {
        return line;
    }

    private String poll() throws IOException {
        return ahead.isEmpty() ? text.readLine() : ahead.poll();
    }

    private static boolean isOpen(CharSequence row) {
        return row.chars().filter(sign -> sign == '"').count() % 2 == 1;
    }

    private List<String> parsed(String row) {
        try (CSVParser parser = CSVParser.parse(row, format)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() > 1) {
                return null;
            }
            return records.isEmpty() ? List.of() : records.get(0).toList();
        } catch (IOException | UncheckedIOException wrongQuotes) {
            return null;
        }
    }

    private List<String> plain(String row) {
        return Stream.of(delimiter.split(row.replace("\"", ""), -1))
                .map(String::strip)
                .toList();
    }
}
