package pl.kurenda.intake;

/**
 * Why a whole file cannot be read.
 *
 * @param kind what is wrong
 * @param detail what of it, such as a column's name; empty where there is nothing to add
 */
record Refusal(Kind kind, String detail) {

    /** What may be wrong with a file; each has its texts in the bundle, under {@code refusal.<KIND>}. */
    enum Kind {
        /** No octets, or nothing but blank lines. */
        EMPTY,
        /** A workbook of a spreadsheet instead of its CSV export. */
        WORKBOOK,
        /** UTF-16 or UTF-32, which Kurenda does not read. */
        WIDE,
        /** Not a text. */
        BINARY,
        /** The header line has bad quoting or is too long. */
        HEADER_UNREADABLE,
        /** A column that the settings name is not there. */
        COLUMN_NOT_FOUND,
        /** A column that is wanted stands there twice. */
        COLUMN_AMBIGUOUS,
        /** No column for the phone. */
        NO_PHONE,
        /** No column for the amount. */
        NO_AMOUNT
    }

    static Refusal of(Kind kind) {
        return new Refusal(kind, "");
    }
}
