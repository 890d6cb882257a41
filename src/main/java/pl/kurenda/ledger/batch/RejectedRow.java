package pl.kurenda.ledger.batch;

/**
 * A row that could not be read or is not valid, with what it takes to answer it.
 *
 * @param line physical line on which the record starts, from 1
 * @param reason code of the contract
 * @param column the column that is meant, as the file calls it, cut to 255 characters, or null
 * @param value the offending cell, cut to 255 characters, or null
 * @param amount grosze where the amount could be read, or null
 * @param raw the record as it came, without its line end, in the charset of the file
 */
public record RejectedRow(int line, String reason, String column, String value, Long amount, byte[] raw) {
    private static final int LONGEST = 255;

    /** What the ledger has no room for is cut, however long a header a file has. */
    public RejectedRow {
        column = cut(column);
        value = cut(value);
    }

    private static String cut(String text) {
        if (text == null || text.length() <= LONGEST) {
            return text;
        }
        // no half of a surrogate pair
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Without what stood in the row. */
    @Override
    public String toString() {
        return "NewRejection[line=" + line + ", reason=" + reason + "]";
    }
}
