package pl.kurenda.recipient;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.kurenda.recipient.PhoneReading.Mobile;
import pl.kurenda.recipient.PhoneReading.Problem;

/**
 * Reads the phone cell of an export. libphonenumber decides, but it is given only bare digits. On free text it is too
 * generous: it turns letters into digits, cuts extensions off and treats two plus signs as one.
 */
final class PhoneCell {
    /** Anything longer is not a number in any plan (E.164: 15 digits, preceded by 00 or a national prefix). */
    private static final int MAX_DIALLED = 20;

    /** The most characters before a zero in brackets, as in {@code 00 380 }. */
    private static final int LONGEST_CODE = 7;

    private static final int POLISH_LENGTH = 9;

    private static final String SEPARATORS = " \t\u00A0\u202F-\u2010\u2011\u2012\u2013\u2014\u2015\u2212./()[]";

    /** Anything shorter is not a complete number. */
    private static final int MIN_DIALLED = 7;

    /** The longest cell that is examined for several numbers. */
    private static final int MAX_CELL = 160;

    /** Dividers between two numbers, the safest first. A slash, a dash or a space may also stand within a number. */
    private static final List<Pattern> DIVIDERS = List.of(
            Pattern.compile("[,;|\\r\\n]+|\\s(?:lub|i|oraz|albo|or|and|&)\\s"),
            Pattern.compile("[,;|/\\\\\\r\\n]+|\\s[-\u2013\u2014]\\s|\\s(?=\\+)"),
            Pattern.compile("[\\s\\p{Z}]+"));

    /**
     * Ranges that belong entirely to mobile networks; any seven digits may follow. This is only a shortcut. The library
     * decides on all other numbers, and a test compares these ranges with it.
     */
    private static final Set<String> POLISH_MOBILE =
            Set.of("45", "50", "51", "53", "57", "60", "66", "69", "72", "73", "78", "79", "88");

    /** A number that a program treated as a decimal or a sum. If its decimals are zeros, the rest is the number. */
    private static final Pattern FRACTION = Pattern.compile(
            "(\\+?[0-9]{6,15}|\\+?[0-9]{1,3}(?:[ \u00A0\u202F][0-9]{3}){2,4})[.,](?:(0{1,2})|[0-9]{1,2})");

    /** {@code 601 23 45/46}: the second number of a switchboard, of which only the end is written. */
    private static final int SHORTEST_PART = 3;

    private static final Pattern LAST_TWO = Pattern.compile("[0-9]{2}\\s*$");

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private PhoneCell() {}

    static PhoneReading read(String cell) {
        if (isBlank(cell)) {
            return Problem.MISSING;
        }
        String written = cell.strip();
        Matcher fraction = written.indexOf('.') < 0 && written.indexOf(',') < 0 ? null : FRACTION.matcher(written);
        if (fraction != null && fraction.matches()) {
            return fraction.group(2) == null ? Problem.INVALID : one(fraction.group(1));
        }
        PhoneReading whole = endsInPart(written) ? Problem.INVALID : one(written);
        return whole == Problem.INVALID ? firstMobile(cell) : whole;
    }

    /** Whether the cell has seven digits, the last two of them together, then one or two more after a slash. */
    private static boolean endsInPart(String cell) {
        int slash = cell.lastIndexOf('/');
        return slash > 0
                && digits(cell.substring(slash)) > 0
                && digits(cell.substring(slash)) < SHORTEST_PART
                && digits(cell.substring(0, slash)) >= MIN_DIALLED
                && LAST_TWO.matcher(cell.substring(0, slash)).find();
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    private static PhoneReading one(String cell) {
        String dialled = dialled(cell);
        if (dialled.isEmpty()) {
            return Problem.INVALID;
        }
        if (isPolishMobile(dialled)) {
            return polishMobile(dialled);
        }
        return isStrayPlus(dialled) ? Problem.INVALID : askLibrary(dialled);
    }

    /** {@code +508512345}: either a Polish mobile without 48, or a number of Saint Pierre. It cannot be decided. */
    private static boolean isStrayPlus(String dialled) {
        int code = dialled.startsWith("+") ? 1 : dialled.startsWith("00") ? 2 : 0;
        return code > 0
                && dialled.length() == code + POLISH_LENGTH
                && POLISH_MOBILE.contains(dialled.substring(code, code + 2));
    }

    /**
     * The first mobile of several numbers. Each part must be long enough for a number, because half a number is not
     * enough to guess from.
     */
    private static PhoneReading firstMobile(String cell) {
        String written = cell.strip();
        if (written.length() > MAX_CELL || written.length() < MIN_DIALLED) {
            return Problem.INVALID;
        }
        for (Pattern divider : DIVIDERS) {
            List<String> parts = divider.splitAsStream(written)
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
            if (!parts.equals(List.of(written))
                    && !parts.isEmpty()
                    && parts.stream().allMatch(PhoneCell::isLong)) {
                return firstMobile(parts.stream().map(PhoneCell::one).toList());
            }
        }
        return Problem.INVALID;
    }

    private static PhoneReading firstMobile(List<PhoneReading> readings) {
        return readings.stream()
                .filter(Mobile.class::isInstance)
                .findFirst()
                .orElse(readings.contains(Problem.NOT_MOBILE) ? Problem.NOT_MOBILE : Problem.INVALID);
    }

    private static boolean isLong(String part) {
        String digits = dialled(part);
        return digits.length() >= MIN_DIALLED;
    }

    private static boolean isBlank(String cell) {
        return cell == null || cell.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** The digits, after a plus sign if there is one. Empty if the text has anything that a number cannot have. */
    private static String dialled(String written) {
        String cell = withoutTrunk(written);
        StringBuilder dialled = new StringBuilder(MAX_DIALLED);
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9' || c == '+' && dialled.isEmpty()) {
                dialled.append(c);
            } else if (SEPARATORS.indexOf(c) < 0 && Character.getType(c) != Character.SPACE_SEPARATOR) {
                return "";
            }
            if (dialled.length() > MAX_DIALLED) {
                return "";
            }
        }
        // Some programs put a plus sign before every number.
        return dialled.indexOf("+00") == 0 ? dialled.substring(1) : dialled.toString();
    }

    /** Removes the zero in {@code +48 (0) 501…}, which is dialled only within the country. */
    private static String withoutTrunk(String written) {
        int zero = written.indexOf("(0)");
        boolean international = written.startsWith("+") || written.startsWith("00");
        return zero > 0 && zero <= LONGEST_CODE && international
                ? written.substring(0, zero) + written.substring(zero + "(0)".length())
                : written;
    }

    private static boolean isPolishMobile(String dialled) {
        int national = dialled.length() - POLISH_LENGTH;
        boolean polish = switch (national) {
            case 0 -> true;
            case 2 -> dialled.startsWith("48");
            case 3 -> dialled.startsWith("+48");
            case 4 -> dialled.startsWith("0048");
            default -> false;
        };
        return polish && POLISH_MOBILE.contains(dialled.substring(national, national + 2));
    }

    private static PhoneReading polishMobile(String dialled) {
        return new Mobile(new Msisdn("48" + dialled.substring(dialled.length() - POLISH_LENGTH)));
    }

    private static PhoneReading askLibrary(String dialled) {
        try {
            PhoneNumber number = LIBRARY.parse(dialled, "PL");
            return switch (LIBRARY.getNumberType(number)) {
                case MOBILE, FIXED_LINE_OR_MOBILE ->
                    new Mobile(new Msisdn(
                            LIBRARY.format(number, PhoneNumberFormat.E164).substring(1)));
                case UNKNOWN -> Problem.INVALID;
                default -> Problem.NOT_MOBILE;
            };
        } catch (NumberParseException e) {
            return Problem.INVALID;
        }
    }
}
