package pl.kurenda.intake;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells that hold a number, a date or an account: what spreadsheets put around them says nothing. */
final class MachineCell {
    private static final String APOSTROPHES = "'\u2018\u2019`\u00b4";

    /** What people and programs write where they have nothing. */
    private static final Set<String> NOTHING = Set.of(
            "-",
            "\u2013",
            "\u2014",
            "brak",
            "brak danych",
            "null",
            "(null)",
            "\\n",
            "n/d",
            "b/d",
            "n.d.",
            "b.d.",
            "nd",
            "bd",
            "nie dotyczy",
            "none",
            "n/a",
            "#n/a",
            "#n/d",
            "#n/d!",
            "nan",
            "0");

    private static final String STARTS_OF_NOTHING = "-\u2013\u2014bBnN(\\#0";
    private static final int LONGEST_NOTHING = "brak danych".length();

    private static final int LONGEST_PHONE = 60;
    private static final Pattern PHONE_WORDS = Pattern.compile(
            "\\s*(?:(?i:tel|telefon|kom)[.:]*\\s*)*(?<number>[+(\\d][^\\p{L}]*?)\\s*(?:\\([\\p{L} .]+\\)\\s*)?");
    /** {@code 501234567 / brak}: that there is no other number says nothing about this one. */
    private static final Pattern NO_OTHER = Pattern.compile(
            "\\s*[,;/|]\\s*(?:[-\u2013\u2014]|(?i:brak|nie ma|null|n/d|b/d))\\s*$|^\\s*(?:[-\u2013\u2014]|(?i:brak|null|n/d|b/d))\\s*[,;/|]\\s*(?=[+(\\d])");

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
        if (text.isEmpty() || APOSTROPHES.indexOf(text.charAt(0)) < 0) {
            return seen;
        }
        boolean paired = text.length() > 1 && text.charAt(text.length() - 1) == text.charAt(0);
        return text.substring(1, paired ? text.length() - 1 : text.length());
    }

    /** A name may well begin with an apostrophe: that is left where it is. */
    static String name(String cell) {
        String seen = isPlain(cell) ? cell : visible(cell);
        String text = Spaces.single(seen.indexOf('=') < 0 ? seen : bare(seen));
        return isNothing(Spaces.single(bare(text))) ? "" : text;
    }

    /**
     * The cell of a reference or a day, with single plain spaces; empty where it only says that there is nothing: one
     * {@code brak} in each row would make one debtor of all.
     */
    static String text(String cell) {
        String text = Spaces.single(bare(cell));
        return isNothing(text) ? "" : text;
    }

    /** Whether the cell says in so many words that it is empty. */
    static boolean isNothing(String cell) {
        if (cell.isEmpty() || cell.length() > LONGEST_NOTHING || STARTS_OF_NOTHING.indexOf(cell.charAt(0)) < 0) {
            return cell.isEmpty();
        }
        return NOTHING.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** The cell of a phone, also without a word that only says what it is, or in brackets whose. */
    static String phone(String cell) {
        String bare = bare(cell);
        if (bare.length() > LONGEST_PHONE || endsInDigits(bare)) {
            return bare;
        }
        bare = hasDivider(bare) ? NO_OTHER.matcher(bare).replaceFirst("") : bare;
        if (bare.length() > LONGEST_PHONE || bare.chars().noneMatch(Character::isLetter)) {
            return bare;
        }
        Matcher said = PHONE_WORDS.matcher(bare);
        return said.matches() ? said.group("number") : bare;
    }

    /** Nearly all phones do, and have nothing around them. */
    private static boolean endsInDigits(String cell) {
        int last = cell.length() - 1;
        return last >= 0 && isDigit(cell.charAt(last)) && (isDigit(cell.charAt(0)) || cell.charAt(0) == '+');
    }

    private static boolean hasDivider(String cell) {
        return cell.indexOf('/') >= 0 || cell.indexOf(',') >= 0 || cell.indexOf(';') >= 0 || cell.indexOf('|') >= 0;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    /** The cell of an account, also without {@code IBAN} before it; what says that there is none is none. */
    static String account(String cell) {
        String bare = bare(cell).strip();
        if (bare.isEmpty() || Character.isDigit(bare.charAt(0))) {
            return bare.equals("0") ? "" : bare;
        }
        return isNothing(bare) ? "" : IBAN.matcher(bare).replaceFirst("");
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
