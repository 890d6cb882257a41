package pl.kurenda.recipient;

import java.util.regex.Pattern;

/**
 * A mobile number in international form (E.164).
 *
 * @param digits country code and subscriber number, 8 to 15 digits, without {@code +}, as SMPP requires with TON 1, NPI
 *     1
 */
public record Msisdn(String digits) {
    private static final Pattern SCIENTIFIC =
            Pattern.compile("\\s*'?\\+?[0-9]{1,3}(?:[.,][0-9]{0,20})?[eE]\\+?[0-9]{1,3}\\s*");
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{7,14}");

    /** @throws IllegalArgumentException if these are not 8 to 15 digits; the message does not repeat them */
    public Msisdn {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a phone number in international form");
        }
    }

    /**
     * Reads a phone cell. A number without a country code is Polish. Spaces, no-break spaces, tabs, dashes, {@code . /}
     * and brackets may stand between the digits, and {@code (0)} after the country code. Foreign mobiles need {@code +}
     * or {@code 00}. If numbers of the country do not show whether they are mobiles (as in North America), the number
     * counts as one. Of several numbers, divided by {@code , ; / |}, a line end or a space, the first mobile is taken.
     * Never throws.
     *
     * @param cell as exported, or null
     */
    public static PhoneReading read(String cell) {
        return PhoneCell.read(cell);
    }

    /**
     * Whether the cell is a number in scientific notation, as spreadsheets write long ones: {@code 4,8601E+10} has
     * permanently lost its last digits.
     *
     * @param cell as exported, or null
     */
    public static boolean hasLostDigits(String cell) {
        return cell != null && SCIENTIFIC.matcher(cell).matches();
    }

    /** Whether the number belongs to the Polish numbering plan. */
    public boolean isPolish() {
        return digits.startsWith("48");
    }

    /** Whether the number is one that people write if they have none: {@code 600000000}, {@code 666666666}. */
    public boolean isFiller() {
        int first = "48".length();
        int last = digits.length() - 1;
        char sign = digits.charAt(last);
        while (last > first && digits.charAt(last) == sign) {
            last--;
        }
        return isPolish() && last == first && (sign == '0' || sign == digits.charAt(first));
    }

    /** The number as people write it, {@code +48501234567}. */
    public String e164() {
        return "+" + digits;
    }

    /** The only form that may appear in logs, metrics and reports: {@code +48 *** *** 567}. */
    public String masked() {
        return PhoneMask.mask(digits);
    }

    /** Masked, so that no log line can show a full number by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
