package pl.kurenda.recipient;

import java.util.regex.Pattern;

/**
 * A mobile number in international form (E.164).
 *
 * @param digits country code and subscriber number, 8 to 15 digits, without {@code +}, as SMPP wants it with TON 1, NPI 1
 */
public record Msisdn(String digits) {
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{7,14}");

    /** @throws IllegalArgumentException if these are not 8 to 15 digits; the message does not repeat them. */
    public Msisdn {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a phone number in international form");
        }
    }

    /**
     * Reads a phone cell. Poland is the country where none is written; spaces, no-break spaces, tabs and {@code - . /}
     * and brackets may stand between the digits. Foreign mobiles need {@code +} or {@code 00}. A number of which the
     * country does not tell whether it is a mobile (such as in North America) is taken for one. Never throws.
     *
     * @param cell as exported, or null
     */
    public static PhoneReading read(String cell) {
        return PhoneCell.read(cell);
    }

    /** The number as people write it, {@code +48501234567}. */
    public String e164() {
        return "+" + digits;
    }

    /** The only form that logs, metrics and reports may show: {@code +48 *** *** 567}. */
    public String masked() {
        return PhoneMask.mask(digits);
    }

    /** Masked, so that no log line can show a full number by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
