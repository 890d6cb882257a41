package pl.kurenda.intake.reader;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * A record as the parser found it.
 *
 * @param number of the record, from 1
 * @param cells unquoted
 */
public record ParsedRecord(long number, List<String> cells) {

    /** Converts a record that the parser of commons-csv or camel-csv has found. */
    public static ParsedRecord of(CSVRecord found) {
        return new ParsedRecord(found.getRecordNumber(), found.toList());
    }

    /** Leaves out the contents of the record. */
    @Override
    public String toString() {
        return "ParsedRecord[" + number + "]";
    }
}
