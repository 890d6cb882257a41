package pl.kurenda.recipient;

/**
 * A mobile number in international form (E.164).
 *
 * @param digits country code and subscriber number, 8 to 15 digits, without {@code +}, as SMPP wants it with TON 1, NPI 1
 */
public record Msisdn(String digits) {

    /** @throws IllegalArgumentException if these are not 8 to 15 digits; the message does not repeat them. */
    public Msisdn {
        if (!digits.matches("[1-9][0-9]{7,14}")) {
            throw new IllegalArgumentException("not a phone number in international form");
        }
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
