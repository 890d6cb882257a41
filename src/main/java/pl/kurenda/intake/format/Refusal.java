package pl.kurenda.intake.format;

/**
 * Why a whole file cannot be read.
 *
 * @param kind what is wrong
 * @param detail what it concerns, such as a column name; empty if there is nothing to add
 * @param line physical line that was read as the header, from 1; 0 if there was none
 * @param shown text of that line
 */
public record Refusal(Kind kind, String detail, int line, String shown) {
    private static final int SHOWN = 200;

    /** What may be wrong with a file. The texts are in the bundle under {@code refusal.<KIND>}. */
    public enum Kind {
        /** No bytes, or only blank lines. */
        EMPTY,
        /** A workbook that is not in the form of Excel 2007 (xlsx), or is encrypted. */
        WORKBOOK,
        /** An xlsx file that is damaged, or built to use more memory than an export ever needs. */
        WORKBOOK_BROKEN,
        /** Several sheets of a workbook look like exports. */
        WORKBOOK_SHEETS,
        /** Judging by its name, not an export but another kind of file with tables. */
        FORMAT,
        /** UTF-32, which Kurenda does not read. */
        WIDE,
        /** Not a text file. */
        BINARY,
        /** The header line has bad quoting or is too long. */
        HEADER_UNREADABLE,
        /** A row stands above the header, where only titles may be. */
        ROW_ABOVE_HEADER,
        /** A column that the settings name is missing. */
        COLUMN_NOT_FOUND,
        /** A column that is needed occurs twice. */
        COLUMN_AMBIGUOUS,
        /** Neither header nor settings name the columns, and several look alike. */
        COLUMNS_UNCLEAR,
        /** No column for the phone. */
        NO_PHONE,
        /** No column for the amount. */
        NO_AMOUNT,
        /** An unexpected error. */
        NOT_UNDERSTOOD
    }

    public Refusal(Kind kind, String detail) {
        this(kind, detail, 0, "");
    }

    static Refusal of(Kind kind) {
        return new Refusal(kind, "");
    }

    /** A copy with the line that was read as the header, on one line and shortened. */
    Refusal at(int headerLine, String text) {
        String plain = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return new Refusal(
                kind, detail, headerLine, plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "...");
    }

    /** Leaves out the text from the file, which may be a row. */
    @Override
    public String toString() {
        return "Refusal[" + kind + ", line=" + line + "]";
    }

    /** Signals inside the package that a file cannot be read. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Refusal refusal;

        RefusedException(Refusal refusal) {
            super(refusal.kind().name());
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
