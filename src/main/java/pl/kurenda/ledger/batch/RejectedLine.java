package pl.kurenda.ledger.batch;

/**
 * A rejected row in a list.
 *
 * @param line physical line of the file on which the record starts, from 1
 * @param reason code of the contract
 * @param column the column concerned, as named in the file, or null
 * @param value the offending cell, cut to 255 characters, or null: personal data
 */
public record RejectedLine(int line, String reason, String column, String value) {

    /** Omits the content of the row. */
    @Override
    public String toString() {
        return "RejectedLine[line=" + line + ", reason=" + reason + "]";
    }
}
