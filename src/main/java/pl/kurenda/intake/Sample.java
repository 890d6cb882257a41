package pl.kurenda.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first records of a file, cut at a delimiter that it may have.
 *
 * @param delimiter tried
 * @param records up to 1,000
 */
record Sample(char delimiter, List<CutRecord> records) {
    private static final int ROWS = 1000;

    /**
     * @param octets of the file's start, without byte order mark
     * @param whole whether they are the whole file; else the last record is left out, since it may be cut
     */
    static Sample of(byte[] octets, boolean whole, char delimiter) {
        List<CutRecord> records = new ArrayList<>();
        try (RecordCutter cutter = new RecordCutter(new ByteArrayInputStream(octets), delimiter, width -> true)) {
            CutRecord last = cutter.next();
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
        return new Sample(delimiter, records);
    }

    /** The number of cells that most records have, 0 where there is none that can be read. */
    int usualWidth() {
        return widths().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** How well the delimiter cuts the file into a table: many records of the same many cells. */
    int regularity() {
        int width = usualWidth();
        return Math.max(0, width - 1) * widths().getOrDefault(width, 0);
    }

    /** Whether most records are rows of an earlier answer. */
    boolean isAnswer() {
        AnswerColumns answer = new AnswerColumns(delimiter);
        long answered = records.stream().filter(cut -> answer.endsIn(cut.raw())).count();
        return !records.isEmpty() && answered * 2 > records.size();
    }

    /** The cells of the first record, if its quoting is sound. */
    List<String> firstCells(Charset charset) {
        if (records.isEmpty() || !records.get(0).sound()) {
            return Collections.emptyList();
        }
        return Cells.split(new String(records.get(0).raw(), charset), delimiter);
    }

    private Map<Integer, Integer> widths() {
        Map<Integer, Integer> widths = new TreeMap<>();
        records.stream().filter(CutRecord::sound).forEach(cut -> widths.merge(cut.cells(), 1, Integer::sum));
        return widths;
    }
}
