package pl.kurenda.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells that hold a number, a date or an account: what spreadsheets put around them says nothing. */
final class MachineCell {
    private static final String APOSTROPHES = "'\u2018\u2019`\u00b4";

    private static final int LONGEST_PHONE = 60;
    private static final Pattern PHONE_WORDS = Pattern.compile(
            "\\s*(?:(?i:tel|telefon|kom)[.:]*\\s*)*(?<number>[+(\\d][^\\p{L}]*?)\\s*(?:\\([\\p{L} .]+\\)\\s*)?");
    private static final Pattern IBAN = Pattern.compile("^(?i:IBAN)[:\\s]\\s*");

    private MachineCell() {}

    /**
     * Without signs that nobody sees (zero-width ones, soft hyphens, stray byte order marks), the apostrophe that keeps a
     * spreadsheet from calculating, and {@code ="…"} around the cell, which does the same.
     */
    static String bare(String cell) {
        if (!cell.isEmpty() && isLetterOrDigit(cell.charAt(0)) && isPlain(cell)) {
            return cell;
        }
        String seen = isPlain(cell) ? cell : visible(cell);
        String text = seen.strip();
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 2) {
            return text.substring(2, text.length() - 1);
        }
        return !text.isEmpty() && APOSTROPHES.indexOf(text.charAt(0)) >= 0 ? text.substring(1) : seen;
    }

    /** The cell of a phone, also without a word that only says what it is, or in brackets whose. */
    static String phone(String cell) {
        String bare = bare(cell);
        if (bare.length() > LONGEST_PHONE || bare.chars().noneMatch(Character::isLetter)) {
            return bare;
        }
        Matcher said = PHONE_WORDS.matcher(bare);
        return said.matches() ? said.group("number") : bare;
    }

    /** The cell of an account, also without {@code IBAN} before it; a dash stands for none. */
    static String account(String cell) {
        String bare = bare(cell).strip();
        if (bare.isEmpty() || Character.isDigit(bare.charAt(0))) {
            return bare;
        }
        return bare.matches("[-\u2013\u2014]") ? "" : IBAN.matcher(bare).replaceFirst("");
    }

    /** Of ASCII: such a cell has nothing around it. */
    private static boolean isLetterOrDigit(char sign) {
        return sign >= '0' && sign <= '9' || sign >= 'A' && sign <= 'Z' || sign >= 'a' && sign <= 'z';
    }

    private static boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (isInvisible(cell.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String visible(String cell) {
        StringBuilder seen = new StringBuilder(cell.length());
        cell.chars().filter(sign -> !isInvisible((char) sign)).forEach(sign -> seen.append((char) sign));
        return seen.toString();
    }

    private static boolean isInvisible(char sign) {
        return sign >= '\u00ad' && (sign == '\u00ad' || Character.getType(sign) == Character.FORMAT);
    }
}
