package pl.kurenda.recipient;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Set;
import pl.kurenda.recipient.PhoneReading.Mobile;
import pl.kurenda.recipient.PhoneReading.Problem;

/**
 * Reads the phone cell of an export. libphonenumber gives the verdict; it is asked about bare digits only, because on
 * free text it is generous: it turns letters into digits, cuts extensions off and takes two plus signs for one.
 */
final class PhoneCell {
    /** Anything longer is no number in any plan (E.164: 15 digits, and 00 or a national prefix before them). */
    private static final int MAX_DIALLED = 20;

    private static final int POLISH_LENGTH = 9;

    private static final String SEPARATORS = " \t\u00A0\u202F-./()[]";

    /**
     * Ranges given to mobile networks as a whole. Only a short cut, seven digits of any kind follow: all other numbers
     * are left to the library, and a test holds these against it.
     */
    private static final Set<String> POLISH_MOBILE =
            Set.of("45", "50", "51", "53", "57", "60", "66", "69", "72", "73", "78", "79", "88");

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private PhoneCell() {}

    static PhoneReading read(String cell) {
        if (isBlank(cell)) {
            return Problem.MISSING;
        }
        String dialled = dialled(cell.strip());
        if (dialled.isEmpty()) {
            return Problem.INVALID;
        }
        return isPolishMobile(dialled) ? polishMobile(dialled) : askLibrary(dialled);
    }

    private static boolean isBlank(String cell) {
        return cell == null || cell.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** The digits, after a plus sign if there is one; empty where there is anything that a number does not have. */
    private static String dialled(String cell) {
        StringBuilder dialled = new StringBuilder(MAX_DIALLED);
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9' || c == '+' && dialled.isEmpty()) {
                dialled.append(c);
            } else if (SEPARATORS.indexOf(c) < 0) {
                return "";
            }
            if (dialled.length() > MAX_DIALLED) {
                return "";
            }
        }
        return dialled.toString();
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
