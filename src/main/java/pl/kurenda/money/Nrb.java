package pl.kurenda.money;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Polish bank account number (numer rachunku bankowego) whose check digits are right: an IBAN (ISO 13616) without its
 * {@code PL}.
 *
 * @param digits 26 digits, check digits first
 */
public record Nrb(String digits) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{26}");
    private static final String SEPARATORS = " \t\u00A0\u202F-\u2010\u2011\u2012\u2013.";
    private static final int LONGEST = "PL".length() + 26;

    /** {@code PL} in the numbers that ISO 13616 gives to letters. */
    private static final String COUNTRY = "2521";

    /** @throws IllegalArgumentException if it is not an account number; the message does not repeat it. */
    public Nrb {
        if (!isRight(digits)) {
            throw new IllegalArgumentException("not an account number: 26 digits with right check digits are needed");
        }
    }

    /**
     * Reads an account cell: 26 digits, with {@code PL} before them or not; spaces, no-break spaces, tabs, dashes and full
     * stops do not matter. Never throws.
     *
     * @param cell as exported, or null
     * @return nothing where it is empty or not an account number
     */
    public static Optional<Nrb> read(String cell) {
        if (cell == null) {
            return Optional.empty();
        }
        String number = bare(cell.strip());
        String digits = number.toUpperCase(Locale.ROOT).startsWith("PL") ? number.substring(2) : number;
        return isRight(digits) ? Optional.of(new Nrb(digits)) : Optional.empty();
    }

    /** Without separators; a character more than a number can have is enough to refuse the rest. */
    private static String bare(String cell) {
        StringBuilder bare = new StringBuilder(LONGEST + 1);
        for (int i = 0; i < cell.length() && bare.length() <= LONGEST; i++) {
            if (SEPARATORS.indexOf(cell.charAt(i)) < 0) {
                bare.append(cell.charAt(i));
            }
        }
        return bare.toString();
    }

    /** ISO 7064 mod 97-10; check digits run from 02 to 98, so that 00, 01 and 99 do not stand for 97, 98 and 02. */
    private static boolean isRight(String digits) {
        if (!DIGITS.matcher(digits).matches()) {
            return false;
        }
        String check = digits.substring(0, 2);
        boolean inRange = check.compareTo("02") >= 0 && check.compareTo("98") <= 0;
        return inRange && mod97(digits.substring(2) + COUNTRY + check) == 1;
    }

    private static int mod97(String digits) {
        int rest = 0;
        for (int i = 0; i < digits.length(); i++) {
            rest = (rest * 10 + digits.charAt(i) - '0') % 97;
        }
        return rest;
    }

    /** Masked but for the last four digits: an account of its own tells who the debtor is. */
    @Override
    public String toString() {
        return "NRB *" + digits.substring(22);
    }
}
