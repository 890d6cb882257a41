package pl.kurenda.web.support;

/** Numbers in addresses. Nobody types them, so a wrong one is no error but the nearest that can be shown. */
public final class Numbers {
    private static final int DIGITS = 10;

    private Numbers() {}

    /** The number if it is one between these, else the least. */
    public static int within(String text, int least, int most) {
        if (text.isEmpty() || text.length() > DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return least;
        }
        long number = Long.parseLong(text);
        return number < least || number > most ? least : (int) number;
    }
}
