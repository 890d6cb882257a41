package pl.kurenda.intake.row;

import java.util.List;
import java.util.Map;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.reader.RawRecord;

/**
 * A row of an export, as it lies in the file and as the parser read it.
 *
 * @param cut its octets
 * @param cells unquoted; one empty cell where it cannot be read
 * @param filled what the enrichment put in place of empty cells
 */
public record Row(RawRecord cut, List<String> cells, Map<Field, String> filled) {

    Row(RawRecord cut, List<String> cells) {
        this(cut, cells, Map.of());
    }

    /** Without what stood in the row. */
    @Override
    public String toString() {
        return "Row[" + cut.line() + "]";
    }
}
