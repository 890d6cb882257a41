package pl.kurenda.intake;

import java.util.List;

/** Rows of a file that are loaded in one transaction. */
public final class RowBlock {
    private final OpenFile.Loading file;
    private final List<Row> rows;

    RowBlock(OpenFile.Loading file, List<Row> rows) {
        this.file = file;
        this.rows = List.copyOf(rows);
    }

    OpenFile.Loading file() {
        return file;
    }

    List<Row> rows() {
        return rows;
    }

    /** Without what stood in the rows. */
    @Override
    public String toString() {
        return "RowBlock[" + file + ", rows=" + rows.size() + "]";
    }
}
