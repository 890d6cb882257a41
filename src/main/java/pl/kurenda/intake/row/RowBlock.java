package pl.kurenda.intake.row;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Rows of a file that go through the loading steps together: they are enriched, checked and rendered, then stored in
 * one transaction. Used by one thread at a time.
 */
public final class RowBlock {
    private final RowRules rules;
    private final BlockWriter writer;
    private List<Row> rows;
    private List<RowResult> results = List.of();

    /** @param writer stores the block; null if the file is only checked and nothing is stored */
    public RowBlock(RowRules rules, BlockWriter writer, List<Row> rows) {
        this.rules = rules;
        this.writer = writer;
        this.rows = rows;
    }

    /** Returns one block for each list of rows. */
    public static Iterator<RowBlock> each(RowRules rules, BlockWriter writer, Iterator<List<Row>> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public RowBlock next() {
                return new RowBlock(rules, writer, rows.next());
            }
        };
    }

    RowRules rules() {
        return rules;
    }

    /** The rows as they were read, or as the enrichment filled them in. */
    List<Row> rows() {
        return rows;
    }

    void enriched(List<Row> filled) {
        rows = filled;
    }

    void check() {
        List<RowResult> checked = new ArrayList<>(rows.size());
        for (Row row : rows) {
            checked.add(rules.validator().check(row));
        }
        results = checked;
    }

    void render() {
        results.replaceAll(rules.renderer()::render);
    }

    public void store() {
        writer.write(results);
    }

    /** The results, one for each row, in the order of the file. */
    public List<RowResult> results() {
        return results;
    }

    /** Leaves out the contents of the rows. */
    @Override
    public String toString() {
        return "RowBlock[" + rules.source() + ", rows=" + rows.size() + "]";
    }
}
