package pl.kurenda.intake;

/**
 * Tells an amount that the end of a cut file may have shortened: the last cell of a file whose last line has no end, with
 * fewer decimals than the two that every other amount of the file has. {@code 1234,5} may have been {@code 1234,56}, and
 * {@code 12} may have been {@code 1234,56}.
 */
final class CutAmount {
    private static final int GROSZE = 2;

    private boolean any;
    private boolean uniform = true;

    /** An amount that could be read, as it stands in the file. */
    void see(String cell) {
        any = true;
        uniform = uniform && decimals(cell) == GROSZE;
    }

    /**
     * @param cut the record that it is the last cell of
     * @param cell the amount
     */
    boolean isCut(CutRecord cut, String cell) {
        byte[] raw = cut.raw();
        boolean open = !cut.ended() && raw.length > 0 && raw[raw.length - 1] != '"';
        return open && any && uniform && decimals(cell) < GROSZE;
    }

    private static int decimals(String cell) {
        int mark = Math.max(cell.lastIndexOf(','), cell.lastIndexOf('.'));
        int end = mark + 1;
        while (mark >= 0 && end < cell.length() && Character.isDigit(cell.charAt(end))) {
            end++;
        }
        return mark < 0 ? 0 : end - mark - 1;
    }
}
