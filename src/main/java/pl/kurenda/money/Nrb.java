package pl.kurenda.money;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Polish bank account number (numer rachunku bankowego) with correct check digits: an IBAN (ISO 13616) without its
 * {@code PL}.
 *
 * @param digits 26 digits, check digits first
 */
public record Nrb(String digits) {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{26}");
    private static final String SEPARATORS = " \t\u00A0\u202F-\u2010\u2011\u2012\u2013.";
    private static final int LONGEST = "PL".length() + 26;

    /** {@code PL} as the numbers that ISO 13616 assigns to letters. */
    private static final String COUNTRY = "2521";

    /** @throws IllegalArgumentException if this is not an account number; the message does not repeat it */
    public Nrb {
        if (!isRight(digits)) {
            throw new IllegalArgumentException("not an account number: 26 digits with right check digits are needed");
        }
    }

    /**
     * Reads an account cell: 26 digits, with or without {@code PL} before them. Spaces, no-break spaces, tabs, dashes
     * and full stops are ignored. Never throws.
     *
     * @param cell as exported, or null
     * @return empty if the cell is empty or not an account number
     */
    public static Optional<Nrb> read(String cell) {
        if (cell == null) {
            return Optional.empty();
        }
        String number = bare(cell.strip());
        String digits = number.toUpperCase(Locale.ROOT).startsWith("PL") ? number.substring(2) : number;
        return isRight(digits) ? Optional.of(new Nrb(digits)) : Optional.empty();
    }

    /**
     * The cell without separators. Reading stops one character after the longest possible number, which is enough to
     * refuse it.
     */
    private static String bare(String cell) {
        StringBuilder bare = new StringBuilder(LONGEST + 1);
        for (int i = 0; i < cell.length() && bare.length() <= LONGEST; i++) {
            if (SEPARATORS.indexOf(cell.charAt(i)) < 0) {
                bare.append(cell.charAt(i));
            }
        }
        return bare.toString();
    }

    /**
     * Checks ISO 7064 mod 97-10. Check digits range from 02 to 98, so 00, 01 and 99 must not pass for 97, 98 and 02.
     */
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

    /** Masked except for the last four digits, because an individual account number identifies the debtor. */
    @Override
    public String toString() {
        return "NRB *" + digits.substring(22);
    }
}
