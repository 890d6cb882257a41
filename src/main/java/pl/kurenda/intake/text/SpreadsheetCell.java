package pl.kurenda.intake.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cleans cells that hold a number, a date or an account. What spreadsheets put around the value has no meaning. */
public final class SpreadsheetCell {
    private static final String APOSTROPHES = "'\u2018\u2019`\u00b4";

    /** What people and programs write for an empty value. */
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
    /** {@code tel. kom.: 501…}, {@code (gsm) 501…}: a word before a number that only names its kind. */
    private static final Pattern KIND =
            Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])[(\\[]?(?:(?:tel|telefon|telefonu|kom|komórka|komorka"
                    + "|komórkowy|komorkowy|mob|mobile|gsm|sms|nr|numer|callto|phone|cell|dom|domowy|praca|stac|stacjonarny"
                    + "|[tk](?=[.:])|m(?=:))[.:/)\\]]*\\s*)+(?=[+(\\d])");

    /** {@code 501… (mama)}, {@code 501… kom.}. */
    private static final Pattern WHOSE = Pattern.compile(
            "(?iu)(?<=[\\d)])[\\s,;/|:.\u2013\u2014-]*(?:\\((?<note>[\\p{L} .,-]+)\\)|(?:kom|gsm|sms|tel)\\.?)\\s*$");
    /** {@code (nieaktualny)}, {@code (nie dzwonić)}, {@code (stary)}: words saying that the number must not be used. */
    private static final Pattern UNUSED = Pattern.compile(
            "(?iu)\\b(?:nie|star[ya]|daw|by[łl]|zmar|zmien|błęd|bled|zł[yae]|zly|rezygn|stop|bez|brak)");
    /** {@code 501234567 / brak}: the missing second number says nothing about the first one. */
    private static final Pattern NO_OTHER = Pattern.compile(
            "\\s*[,;/|]\\s*(?:[-\u2013\u2014]|(?i:brak|nie ma|null|n/d|b/d))\\s*$|^\\s*(?:[-\u2013\u2014]|(?i:brak|null|n/d|b/d))\\s*[,;/|]\\s*(?=[+(\\d])");

    private static final Pattern ACCOUNT_WORDS =
            Pattern.compile("^(?i:(?:IBAN|NRB|nr|numer|konto|konta|rachunek|rachunku)[.:\\s]+)+");

    private SpreadsheetCell() {}

    /**
     * The cell without invisible characters (zero-width characters, soft hyphens, stray byte order marks), and without
     * the apostrophe or the {@code ="…"} that keep a spreadsheet from calculating. Plain quotes around it, from quoting
     * twice, are removed too.
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

    /** Keeps a leading apostrophe, because a name may begin with one. */
    public static String name(String cell) {
        String seen = isPlain(cell) ? cell : visible(cell);
        String text = Whitespace.single(seen.indexOf('=') < 0 ? seen : bare(seen));
        return isNothing(Whitespace.single(bare(text))) ? "" : text;
    }

    /**
     * The cell of a reference or a date, with single plain spaces. Empty if the cell only says that there is no value:
     * a {@code brak} in each row would turn many debtors into one.
     */
    public static String text(String cell) {
        String text = Whitespace.single(bare(cell));
        return isNothing(text) ? "" : text;
    }

    /** Whether the cell says in words that it is empty. */
    static boolean isNothing(String cell) {
        if (cell.isEmpty() || cell.length() > LONGEST_NOTHING || STARTS_OF_NOTHING.indexOf(cell.charAt(0)) < 0) {
            return cell.isEmpty();
        }
        return NOTHING.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** The cell of a phone, without words that name its kind, or that name its owner in brackets. */
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
        // With several numbers, each has its own word: "tel. 22 628 12 34, kom. 501…".
        return KIND.matcher(bare).replaceAll(kind -> kind.start() == 0 ? "" : ";");
    }

    /** A quick check: nearly all phones are a number with nothing around it. */
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

    /**
     * The cell of an account, without {@code IBAN} or {@code Nr konta:} before it. Empty if the cell says that there is
     * no account.
     */
    public static String account(String cell) {
        String bare = bare(cell).strip();
        if (bare.isEmpty() || Character.isDigit(bare.charAt(0))) {
            return bare.equals("0") ? "" : bare;
        }
        return isNothing(bare) ? "" : ACCOUNT_WORDS.matcher(bare).replaceFirst("");
    }

    /** ASCII only. Such a cell has nothing around it. */
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
