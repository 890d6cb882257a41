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
 * Reads the phone cell of an export. libphonenumber gives the verdict; it is asked about bare digits only, because on
 * free text it is generous: it turns letters into digits, cuts extensions off and takes two plus signs for one.
 */
final class PhoneCell {
    /** Anything longer is no number in any plan (E.164: 15 digits, and 00 or a national prefix before them). */
    private static final int MAX_DIALLED = 20;

    /** {@code 00 380 } has the longest way to the zero in brackets. */
    private static final int LONGEST_CODE = 7;

    private static final int POLISH_LENGTH = 9;

    private static final String SEPARATORS = " \t\u00A0\u202F-\u2010\u2011\u2012\u2013\u2014\u2015\u2212./()[]";

    /** Anything shorter is no number of its own. */
    private static final int MIN_DIALLED = 7;

    /** Several numbers take no more. */
    private static final int MAX_CELL = 160;

    /** What may stand between two numbers, the surest first. A slash, a dash or a space may stand within a number, too. */
    private static final List<Pattern> DIVIDERS = List.of(
            Pattern.compile("[,;|\\r\\n]+|\\s(?:lub|i|oraz|albo|or|and|&)\\s"),
            Pattern.compile("[,;|/\\\\\\r\\n]+|\\s[-\u2013\u2014]\\s|\\s(?=\\+)"),
            Pattern.compile("[\\s\\p{Z}]+"));

    /**
     * Ranges given to mobile networks as a whole. Only a short cut, seven digits of any kind follow: all other numbers
     * are left to the library, and a test holds these against it.
     */
    private static final Set<String> POLISH_MOBILE =
            Set.of("45", "50", "51", "53", "57", "60", "66", "69", "72", "73", "78", "79", "88");

    /** A number that a program took for a fraction or a sum: without decimals that say something it is the number. */
    private static final Pattern FRACTION = Pattern.compile(
            "(\\+?[0-9]{6,15}|\\+?[0-9]{1,3}(?:[ \u00A0\u202F][0-9]{3}){2,4})[.,](?:(0{1,2})|[0-9]{1,2})");

    /** {@code 601 23 45/46}: the other number of a switchboard, of which only the end is written. */
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

    /** Seven digits, the last two of them together, and then one or two more behind a slash. */
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

    /** {@code +508512345}: a Polish mobile without 48, or one of Saint Pierre. Nobody can tell. */
    private static boolean isStrayPlus(String dialled) {
        int code = dialled.startsWith("+") ? 1 : dialled.startsWith("00") ? 2 : 0;
        return code > 0
                && dialled.length() == code + POLISH_LENGTH
                && POLISH_MOBILE.contains(dialled.substring(code, code + 2));
    }

    /** The first mobile of several numbers. Each part has to be a number by its length: half of one is no reason to guess. */
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

    /** The digits, after a plus sign if there is one; empty where there is anything that a number does not have. */
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
        // Some programs put a plus sign before whatever they have.
        return dialled.indexOf("+00") == 0 ? dialled.substring(1) : dialled.toString();
    }

    /** {@code +48 (0) 501…}: the zero is dialled within the country only, and people write it so. */
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
