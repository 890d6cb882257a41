package pl.kurenda.web.support;

/**
 * Reads numbers from page addresses. Pages make these addresses, so a wrong number shows the nearest page instead of an
 * error.
 */
public final class Numbers {
    /** An id in an address. An address with anything else does not exist. */
    public static final String ID = "{id:\\d{1,18}}";

    private static final int DIGITS = 10;

    private Numbers() {}

    /** Returns the number if it is within the limits, otherwise the lower limit. */
    public static int within(String text, int least, int most) {
        if (text.isEmpty() || text.length() > DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return least;
        }
        long number = Long.parseLong(text);
        return number < least || number > most ? least : (int) number;
    }
}
