package pl.kurenda.intake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Pairs each record of the parser with its bytes from the cutter. Gives the rows in blocks of one transaction each. */
final class RowBlocks implements Iterator<List<Row>> {
    /** Most rows of a block. */
    static final int ROWS = 500;
    /** A block of so many bytes is full: rows may be large. */
    static final int OCTETS = 4 * 1024 * 1024;

    private final String file;
    private final RecordText text;
    private final Iterator<ParsedRecord> parsed;
    private long count;

    /** @param file name of the file, for an error message */
    RowBlocks(String file, RecordText text, Iterator<ParsedRecord> parsed) {
        this.file = file;
        this.text = text;
        this.parsed = parsed;
    }

    @Override
    public boolean hasNext() {
        if (parsed.hasNext()) {
            return true;
        }
        require(text.poll() == null);
        return false;
    }

    @Override
    public List<Row> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<Row> rows = new ArrayList<>(ROWS);
        int octets = 0;
        while (rows.size() < ROWS && octets < OCTETS && parsed.hasNext()) {
            Row row = row(parsed.next());
            octets += row.cut().raw().length;
            rows.add(row);
        }
        return List.copyOf(rows);
    }

    private Row row(ParsedRecord record) {
        CutRecord cut = text.poll();
        require(cut != null && record.number() == ++count);
        require(record.cells().size() == (cut.sound() ? cut.cells() : 1));
        return new Row(cut, record.cells());
    }

    private void require(boolean lockstep) {
        if (!lockstep) {
            throw new IllegalStateException(
                    "the parser and the cutter disagree on the records of " + file + " after record " + count);
        }
    }
}
