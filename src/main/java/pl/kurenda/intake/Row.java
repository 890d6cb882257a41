package pl.kurenda.intake;

import java.util.List;

/**
 * A row of an export, as it lies in the file and as the parser read it.
 *
 * @param cut its octets
 * @param cells unquoted; one empty cell where it cannot be read
 */
record Row(CutRecord cut, List<String> cells) {

    /** Without what stood in the row. */
    @Override
    public String toString() {
        return "Row[" + cut.line() + "]";
    }
}
