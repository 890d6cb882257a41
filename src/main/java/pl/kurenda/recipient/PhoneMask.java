package pl.kurenda.recipient;

/** Masks a phone number except for its country code and last three digits. */
public final class PhoneMask {
    private PhoneMask() {}

    /**
     * @param digits a number in international form with or without {@code +}, or any other text in its place
     * @return {@code +48 *** *** 567}, or {@code ***} if there are too few digits to show any
     */
    public static String mask(String digits) {
        String bare = digits.startsWith("+") ? digits.substring(1) : digits;
        if (bare.length() < 8) {
            return "***";
        }
        return "+" + bare.substring(0, 2) + " *** *** " + bare.substring(bare.length() - 3);
    }
}
