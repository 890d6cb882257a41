package pl.kurenda.intake;

import java.util.regex.Pattern;

/** The spaces of a cell. */
final class Spaces {
    private static final Pattern ANY = Pattern.compile("[\\s\\p{Z}]+");

    private Spaces() {}

    /** The cell with its spaces and line ends made single and plain, and none around it. */
    static String single(String cell) {
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
                    : sign < ' ' || sign >= '\u0085' && Character.isSpaceChar(sign) || sign == '\u0085') {
                return false;
            }
            last = sign;
        }
        return cell.isEmpty() || last != ' ';
    }
}
