package pl.kurenda.intake.text;

import java.util.regex.Pattern;

/** Cleans the white space of a cell. */
public final class Whitespace {
    private static final Pattern ANY = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private Whitespace() {}

    /**
     * The cell with each run of spaces, line ends and control characters turned into one plain space, and none at
     * either end.
     */
    public static String single(String cell) {
        return isSingle(cell) ? cell : ANY.matcher(cell).replaceAll(" ").strip();
    }

    /** A quick check that saves the pattern: nearly all cells have only single spaces. */
    private static boolean isSingle(String cell) {
        char last = ' ';
        for (int i = 0; i < cell.length(); i++) {
            char sign = cell.charAt(i);
            boolean space = sign == ' ';
            if (space
                    ? last == ' '
                    : sign < ' ' || sign >= '\u007f' && (sign < '\u00a0' || Character.isSpaceChar(sign))) {
                return false;
            }
            last = sign;
        }
        return cell.isEmpty() || last != ' ';
    }
}
