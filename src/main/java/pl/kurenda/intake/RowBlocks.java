package pl.kurenda.intake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Puts what the parser finds together with what the cutter gave it, in blocks of a transaction each. */
final class RowBlocks implements Iterator<RowBlock> {
    /** Rows of a block at most. */
    static final int ROWS = 500;
    /** Octets of a block at about most: rows may be large. */
    static final int OCTETS = 4 * 1024 * 1024;

    private final OpenFile.Loading file;
    private final RecordText text;
    private final Iterator<ParsedRecord> parsed;
    private long count;

    RowBlocks(OpenFile.Loading file, RecordText text, Iterator<ParsedRecord> parsed) {
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
    public RowBlock next() {
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
        return new RowBlock(file, rows);
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
