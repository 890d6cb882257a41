package pl.kurenda.intake.row;

import pl.kurenda.intake.reader.RawRecord;

/**
 * Detects that the file was cut off inside its last cell. Only the last cell of a file whose last line has no line end can be
 * truncated.
 *
 * <p>An amount is truncated if it has fewer decimals than the two that every other amount of the file has: {@code 1234,5} may
 * have been {@code 1234,56}, and {@code 12} may have been {@code 1234,56}.
 *
 * <p>A date is truncated if its year has two digits where all others have four ({@code 15.10.20} may have been {@code
 * 15.10.2027}), or if its year comes first and it is shorter than all others ({@code 2026-10-1} may have been {@code
 * 2026-10-15}).
 */
final class TruncatedCell {
    private static final int GROSZE = 2;
    private static final int DIGITS_OF_YEAR = 4;

    private boolean anyAmount;
    private boolean uniformAmounts = true;
    private boolean anyDay;
    private boolean fullYears = true;
    private int shortestDay = Integer.MAX_VALUE;

    /** Records a readable amount, as the file has it. */
    void seeAmount(String cell) {
        anyAmount = true;
        uniformAmounts = uniformAmounts && decimals(cell) == GROSZE;
    }

    /** Records a readable due date, as the file has it. */
    void seeDay(String cell) {
        anyDay = true;
        fullYears = fullYears && hasFullYear(cell);
        shortestDay = Math.min(shortestDay, cell.length());
    }

    /**
     * Whether an amount may be truncated.
     *
     * @param cut the record that ends in this cell
     */
    boolean isAmount(RawRecord cut, String cell) {
        return isOpen(cut) && anyAmount && uniformAmounts && decimals(cell) < GROSZE;
    }

    /**
     * Whether a due date may be truncated.
     *
     * @param cut the record that ends in this cell
     */
    boolean isDay(RawRecord cut, String cell) {
        return isOpen(cut)
                && anyDay
                && !cell.isEmpty()
                && (isYearFirst(cell) && cell.length() < shortestDay || fullYears && !hasFullYear(cell));
    }

    /** Whether nothing shows that the record is complete: no line end, and no closing quote. */
    private static boolean isOpen(RawRecord cut) {
        byte[] raw = cut.raw();
        return !cut.ended() && raw.length > 0 && raw[raw.length - 1] != '"';
    }

    private static int decimals(String cell) {
        int mark = Math.max(cell.lastIndexOf(','), cell.lastIndexOf('.'));
        int end = mark + 1;
        while (mark >= 0 && end < cell.length() && Character.isDigit(cell.charAt(end))) {
            end++;
        }
        return mark < 0 ? 0 : end - mark - 1;
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
