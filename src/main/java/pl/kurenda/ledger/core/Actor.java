package pl.kurenda.ledger.core;

/** Who did something and why, as the database keeps it: how long both texts may be, and the check. */
public final class Actor {
    /** How long the name of a person or program may be, in characters. */
    public static final int LONGEST_WHO = 190;

    /** How long a reason may be, in characters. */
    public static final int LONGEST_WHY = 255;

    private Actor() {}

    /**
     * Checks the name of a person or program.
     *
     * @return the name without blanks around it
     * @throws IllegalArgumentException if it is missing, blank or too long
     */
    public static String who(String who) {
        return text(who, LONGEST_WHO);
    }

    /**
     * Checks a reason.
     *
     * @return the reason without blanks around it
     * @throws IllegalArgumentException if it is missing, blank or too long
     */
    public static String why(String why) {
        return text(why, LONGEST_WHY);
    }

    private static String text(String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException("who and why must be given, in " + longest + " characters at most");
        }
        return text.strip();
    }

    /** Shortens the name of a program where it is too long. */
    public static String cutWho(String who) {
        return cut(who, LONGEST_WHO);
    }

    /** Shortens a reason that was put together from parts. */
    static String cutWhy(String why) {
        return cut(why, LONGEST_WHY);
    }

    private static String cut(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}
