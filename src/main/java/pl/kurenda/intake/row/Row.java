package pl.kurenda.intake.row;

import java.util.List;
import java.util.Map;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.reader.RawRecord;

/**
 * A row of an export, as it is in the file and as the parser read it.
 *
 * @param cut the bytes of the row
 * @param cells unquoted; one empty cell if the row cannot be read
 * @param filled values from the enrichment, in place of empty cells
 */
public record Row(RawRecord cut, List<String> cells, Map<Field, String> filled) {

    Row(RawRecord cut, List<String> cells) {
        this(cut, cells, Map.of());
    }

    /** Leaves out the contents of the row. */
    @Override
    public String toString() {
        return "Row[" + cut.line() + "]";
    }
}
