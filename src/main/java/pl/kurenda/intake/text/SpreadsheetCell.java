package pl.kurenda.intake.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells that hold a number, a date or an account: what spreadsheets put around them says nothing. */
public final class SpreadsheetCell {
    private static final String APOSTROPHES = "'\u2018\u2019`\u00b4";

    /** What people and programs write where they have nothing. */
    private static final Set<String> NOTHING = Set.of(
            "-",
            "\u2013",
            "\u2014",
            "---",
            "nie podano",
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
    /** {@code tel. kom.: 501…}, {@code (gsm) 501…}: a word before a number that only says of what kind it is. */
    private static final Pattern KIND =
            Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])[(\\[]?(?:(?:tel|telefon|telefonu|kom|komórka|komorka"
                    + "|komórkowy|komorkowy|mob|mobile|gsm|sms|nr|numer|callto|phone|cell|dom|domowy|praca|stac|stacjonarny"
                    + "|[tk](?=[.:])|m(?=:))[.:/)\\]]*\\s*)+(?=[+(\\d])");

    /** {@code 501… (mama)}, {@code 501… kom.}. */
    private static final Pattern WHOSE = Pattern.compile(
            "(?iu)(?<=[\\d)])[\\s,;/|:.\u2013\u2014-]*(?:\\((?<note>[\\p{L} .,-]+)\\)|(?:kom|gsm|sms|tel)\\.?)\\s*$");
    /** {@code (nieaktualny)}, {@code (nie dzwonić)}, {@code (stary)}: what says that the number is not to be used. */
    private static final Pattern UNUSED = Pattern.compile(
            "(?iu)\\b(?:nie|star[ya]|daw|by[łl]|zmar|zmien|błęd|bled|zł[yae]|zly|rezygn|stop|bez|brak)");
    /** {@code 501234567 / brak}: that there is no other number says nothing about this one. */
    private static final Pattern NO_OTHER = Pattern.compile(
            "\\s*[,;/|]\\s*(?:[-\u2013\u2014]|(?i:brak|nie ma|null|n/d|b/d))\\s*$|^\\s*(?:[-\u2013\u2014]|(?i:brak|null|n/d|b/d))\\s*[,;/|]\\s*(?=[+(\\d])");

    private static final Pattern ACCOUNT_WORDS =
            Pattern.compile("^(?i:(?:IBAN|NRB|nr|numer|konto|konta|rachunek|rachunku)[.:\\s]+)+");

    private SpreadsheetCell() {}

    /**
     * Without signs that nobody sees (zero-width ones, soft hyphens, stray byte order marks), the apostrophe that keeps a
     * spreadsheet from calculating, and {@code ="…"} around the cell, which does the same, or quotes alone, as a cell has
     * that was quoted twice.
     */
    public static String bare(String cell) {
        if (!cell.isEmpty() && isLetterOrDigit(cell.charAt(0)) && isPlain(cell)) {
            return cell;
        }
        String seen = isPlain(cell) ? cell : visible(cell);
        String text = seen.strip();
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 2) {
            return text.substring(2, text.length() - 1);
        }
        if (text.startsWith("\"") && text.length() > 2 && text.indexOf('"', 1) == text.length() - 1) {
            return text.substring(1, text.length() - 1);
        }
        if (text.isEmpty() || APOSTROPHES.indexOf(text.charAt(0)) < 0) {
            return seen;
        }
        boolean paired = text.length() > 1 && text.charAt(text.length() - 1) == text.charAt(0);
        return text.substring(1, paired ? text.length() - 1 : text.length());
    }

    /** A name may well begin with an apostrophe: that is left where it is. */
    public static String name(String cell) {
        String seen = isPlain(cell) ? cell : visible(cell);
        String text = Whitespace.single(seen.indexOf('=') < 0 ? seen : bare(seen));
        return isNothing(Whitespace.single(bare(text))) ? "" : text;
    }

    /**
     * The cell of a reference or a day, with single plain spaces; empty where it only says that there is nothing: one
     * {@code brak} in each row would make one debtor of all.
     */
    public static String text(String cell) {
        String text = Whitespace.single(bare(cell));
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
    public static String phone(String cell) {
        String bare = bare(cell);
        if (bare.length() > LONGEST_PHONE || isNumberAlone(bare)) {
            return bare;
        }
        bare = hasDivider(bare) ? NO_OTHER.matcher(bare).replaceFirst("") : bare;
        if (bare.length() > LONGEST_PHONE || hasNoLetter(bare)) {
            return bare;
        }
        Matcher whose = WHOSE.matcher(bare);
        if (whose.find()
                && !(whose.group("note") != null
                        && UNUSED.matcher(whose.group("note")).find())) {
            bare = bare.substring(0, whose.start());
        }
        // Of several numbers each has its word: "tel. 22 628 12 34, kom. 501…".
        return KIND.matcher(bare).replaceAll(kind -> kind.start() == 0 ? "" : ";");
    }

    /** Nearly all phones are, and have nothing around them. */
    private static boolean isNumberAlone(String cell) {
        int last = cell.length() - 1;
        return last >= 0
                && isDigit(cell.charAt(last))
                && (isDigit(cell.charAt(0)) || cell.charAt(0) == '+')
                && hasNoLetter(cell);
    }

    private static boolean hasNoLetter(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (Character.isLetter(cell.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasDivider(String cell) {
        return cell.indexOf('/') >= 0 || cell.indexOf(',') >= 0 || cell.indexOf(';') >= 0 || cell.indexOf('|') >= 0;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    /** The cell of an account, also without {@code IBAN} or {@code Nr konta:} before it; what says that there is none is none. */
    public static String account(String cell) {
        String bare = bare(cell).strip();
        if (bare.isEmpty() || Character.isDigit(bare.charAt(0))) {
            return bare.equals("0") ? "" : bare;
        }
        return isNothing(bare) ? "" : ACCOUNT_WORDS.matcher(bare).replaceFirst("");
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
