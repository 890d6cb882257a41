package pl.kurenda.intake.row;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import pl.kurenda.intake.reader.CsvRecord;

/** Collects the rows of an export into blocks of one transaction each. */
public final class RowBlocks implements Iterator<List<Row>> {
    /** The most rows in a block. */
    static final int ROWS = 500;
    /** The size in bytes from which a block is full, because rows may be large. */
    static final int OCTETS = 4 * 1024 * 1024;

    private final Iterator<CsvRecord> records;

    public RowBlocks(Iterator<CsvRecord> records) {
        this.records = records;
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public List<Row> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<Row> rows = new ArrayList<>(ROWS);
        int octets = 0;
        while (rows.size() < ROWS && octets < OCTETS && records.hasNext()) {
            CsvRecord found = records.next();
            octets += found.cut().raw().length;
            rows.add(new Row(found.cut(), found.cells()));
        }
        return List.copyOf(rows);
    }
}
