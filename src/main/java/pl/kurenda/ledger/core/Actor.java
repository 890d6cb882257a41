package pl.kurenda.ledger.core;

/** Checks and shortens the names of actors and their reasons, and defines their maximum lengths in the database. */
public final class Actor {
    /** Maximum length of the name of a person or program, in characters. */
    public static final int LONGEST_WHO = 190;

    /** Maximum length of a reason, in characters. */
    public static final int LONGEST_WHY = 255;

    private Actor() {}

    /**
     * Checks the name of a person or program.
     *
     * @return the name without leading and trailing blanks
     * @throws IllegalArgumentException if it is missing, blank or too long
     */
    public static String who(String who) {
        return text(who, LONGEST_WHO);
    }

    /**
     * Checks a reason.
     *
     * @return the reason without leading and trailing blanks
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

    /** Shortens the name of a program if it is too long. */
    public static String cutWho(String who) {
        return cut(who, LONGEST_WHO);
    }

    /** Shortens a reason that was assembled from parts, if it is too long. */
    static String cutWhy(String why) {
        return cut(why, LONGEST_WHY);
    }

    private static String cut(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}
