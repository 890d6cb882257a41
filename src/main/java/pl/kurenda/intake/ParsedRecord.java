package pl.kurenda.intake;

import java.util.List;

/**
 * A record as the parser found it.
 *
 * @param number of the record, from 1
 * @param cells unquoted
 */
public record ParsedRecord(long number, List<String> cells) {

    /** Without what stood in the row. */
    @Override
    public String toString() {
        return "ParsedRecord[" + number + "]";
    }
}
