package pl.kurenda.ledger.batch;

/**
 * A row that could not be read or is not valid, with the data for its reply file.
 *
 * @param line physical line on which the record starts, from 1
 * @param reason code of the contract
 * @param column the column concerned, as named in the file, cut to 255 characters, or null
 * @param value the offending cell, cut to 255 characters, or null
 * @param amount grosze if the amount could be read, or null
 * @param raw the record as received, without its line end, in the charset of the file
 */
public record RejectedRow(int line, String reason, String column, String value, Long amount, byte[] raw) {
    private static final int LONGEST = 255;

    /** Cuts what is too long for the ledger: a file may have headers of any length. */
    public RejectedRow {
        column = cut(column);
        value = cut(value);
    }

    private static String cut(String text) {
        if (text == null || text.length() <= LONGEST) {
            return text;
        }
        // never half of a surrogate pair
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Omits the content of the row. */
    @Override
    public String toString() {
        return "NewRejection[line=" + line + ", reason=" + reason + "]";
    }
}
