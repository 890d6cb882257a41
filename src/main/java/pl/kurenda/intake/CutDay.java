package pl.kurenda.intake;

/**
 * Tells a day that the end of a cut file may have shortened: the last cell of a file whose last line has no end, with two
 * digits for the year where all others have four, or with the year first and shorter than all others. {@code 15.10.20} may
 * have been {@code 15.10.2027}, and {@code 2026-10-1} may have been {@code 2026-10-15}.
 */
final class CutDay {
    private static final int DIGITS_OF_YEAR = 4;

    private boolean any;
    private boolean full = true;
    private int shortest = Integer.MAX_VALUE;

    /** A due date that could be read, as it stands in the file. */
    void see(String cell) {
        any = true;
        full = full && hasFullYear(cell);
        shortest = Math.min(shortest, cell.length());
    }

    /**
     * @param cut the record that it is the last cell of
     * @param cell the due date
     */
    boolean isCut(CutRecord cut, String cell) {
        byte[] raw = cut.raw();
        boolean open = !cut.ended() && raw.length > 0 && raw[raw.length - 1] != '"';
        return open
                && any
                && !cell.isEmpty()
                && (isYearFirst(cell) && cell.length() < shortest || full && !hasFullYear(cell));
    }

    private static boolean isYearFirst(String cell) {
        return cell.length() > DIGITS_OF_YEAR && hasFullYear(cell.substring(0, DIGITS_OF_YEAR));
    }

    private static boolean hasFullYear(String cell) {
        int digits = 0;
        for (int i = 0; i < cell.length() && digits < DIGITS_OF_YEAR; i++) {
            char sign = cell.charAt(i);
            digits = sign >= '0' && sign <= '9' ? digits + 1 : 0;
        }
        return digits == DIGITS_OF_YEAR;
    }
}
