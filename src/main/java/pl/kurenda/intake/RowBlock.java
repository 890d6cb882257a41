package pl.kurenda.intake;

import java.util.Iterator;
import java.util.List;

/** Rows of a file that are loaded in one transaction. */
public final class RowBlock {
    private final OpenFile.Loading file;
    private final List<Row> rows;

    RowBlock(OpenFile.Loading file, List<Row> rows) {
        this.file = file;
        this.rows = List.copyOf(rows);
    }

    /** One for each list of rows. */
    static Iterator<RowBlock> each(OpenFile.Loading file, Iterator<List<Row>> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public RowBlock next() {
                return new RowBlock(file, rows.next());
            }
        };
    }

    OpenFile.Loading file() {
        return file;
    }

    List<Row> rows() {
        return rows;
    }

    /** Without the contents of the rows. */
    @Override
    public String toString() {
        return "RowBlock[" + file + ", rows=" + rows.size() + "]";
    }
}
