package pl.kurenda.intake.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import pl.kurenda.intake.reader.Cells;
import pl.kurenda.intake.reader.Quoting;
import pl.kurenda.intake.reader.RawRecord;
import pl.kurenda.intake.reader.RecordScanner;

/**
 * The first records of a file, cut at a candidate delimiter.
 *
 * @param delimiter the candidate
 * @param quoting of its cells
 * @param records up to 1,000
 */
public record Sample(char delimiter, Quoting quoting, List<RawRecord> records) {
    private static final int ROWS = 1000;
    /** A line above a CSV file that spreadsheets read and some write. */
    private static final Pattern DELIMITER_LINE = Pattern.compile("\\s*\"?(?i:sep)=([;,|\t])\"?[ ;,]*");

    /**
     * @param octets the start of the file, without byte order mark
     * @param whole whether this is the whole file; if not, the last record is left out, because it may be incomplete
     */
    public static Sample of(byte[] octets, boolean whole, char delimiter) {
        return of(octets, whole, delimiter, Quoting.of(octets, delimiter));
    }

    /** With known quoting. */
    static Sample of(byte[] octets, boolean whole, char delimiter, Quoting quoting) {
        List<RawRecord> records = new ArrayList<>();
        InputStream in = new ByteArrayInputStream(octets);
        try (RecordScanner cutter = new RecordScanner(in, delimiter, quoting, width -> true, raw -> false)) {
            RawRecord last = cutter.next();
            while (last != null && records.size() < ROWS) {
                records.add(last);
                last = cutter.next();
            }
            if (last == null && !whole && records.size() > 1) {
                records.remove(records.size() - 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sample(delimiter, quoting, records);
    }

    /** The delimiter that the first line names, as in {@code sep=;}, or null if it names none. */
    Character toldDelimiter() {
        if (records.isEmpty()) {
            return null;
        }
        var told = DELIMITER_LINE.matcher(new String(records.get(0).raw(), StandardCharsets.ISO_8859_1));
        return told.matches() ? Character.valueOf(told.group(1).charAt(0)) : null;
    }

    /** Without its first records. */
    Sample from(int first) {
        return new Sample(delimiter, quoting, records.subList(first, records.size()));
    }

    /** The number of cells that most records have, or 0 if no record can be read. */
    int usualWidth() {
        return widths().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** How well the delimiter cuts the file into a table: many records with the same high number of cells. */
    int regularity() {
        int width = usualWidth();
        return Math.max(0, width - 1) * count(width);
    }

    /** Whether most records are rows of an earlier reply. */
    boolean isAnswer() {
        ReplyColumns answer = new ReplyColumns(delimiter);
        long answered = records.stream().filter(cut -> answer.endsIn(cut.raw())).count();
        return !records.isEmpty() && answered * 2 > records.size();
    }

    /**
     * Whether at least two records have at least this many cells, most have exactly this many, and each of those ends
     * in an empty cell.
     */
    boolean hasEmptyLastCells(int width) {
        int found = count(width);
        return found > 1
                && found * 2 > records.size()
                && records.stream().filter(cut -> cut.cells() == width).allMatch(cut -> endsInDelimiter(cut.raw()));
    }

    boolean endsInDelimiter(byte[] raw) {
        return raw.length > 0 && raw[raw.length - 1] == delimiter;
    }

    /** The cells of a record; none if its quoting is bad. */
    public List<String> cells(int record, Charset charset) {
        if (record >= records.size() || !records.get(record).sound()) {
            return Collections.emptyList();
        }
        return Cells.split(text(record, charset), delimiter, quoting);
    }

    /** A record as it stands in the file. */
    public String text(int record, Charset charset) {
        return record < records.size() ? new String(records.get(record).raw(), charset) : "";
    }

    private int count(int width) {
        return widths().getOrDefault(width, 0);
    }

    private Map<Integer, Integer> widths() {
        Map<Integer, Integer> widths = new TreeMap<>();
        records.stream().filter(RawRecord::sound).forEach(cut -> widths.merge(cut.cells(), 1, Integer::sum));
        return widths;
    }
}
