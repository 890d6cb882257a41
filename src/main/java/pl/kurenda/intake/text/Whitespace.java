package pl.kurenda.intake.text;

import java.util.regex.Pattern;

/** The spaces of a cell. */
public final class Whitespace {
    private static final Pattern ANY = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private Whitespace() {}

    /** The cell with its spaces, line ends and control characters made single and plain spaces, and none around it. */
    public static String single(String cell) {
        return isSingle(cell) ? cell : ANY.matcher(cell).replaceAll(" ").strip();
    }

    /** Nearly all cells are: that saves the pattern. */
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
