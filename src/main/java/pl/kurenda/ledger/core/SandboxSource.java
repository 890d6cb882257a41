package pl.kurenda.ledger.core;

/**
 * The second life of a source, for joint tests with its vendor. Its files, debts, budgets and figures stand under a name of
 * their own, so that they meet those of the source nowhere. No source of the settings can be called so.
 */
public final class SandboxSource {
    /** What the name of a source ends in here. */
    public static final String ENDING = "~sandbox";

    /** How long the name of a source with a sandbox may be, in characters. */
    public static final int LONGEST = 64 - ENDING.length();

    /** A number that stands on the list of opt-outs of each sandbox, and on none else. */
    public static final String OPTED_OUT = "48500000007";

    /** Of the column {@code source}: that it is none. */
    public static final String NONE = " source not like '%" + ENDING + "' ";

    private SandboxSource() {}

    /** The name of a source's sandbox. */
    public static String of(String source) {
        return source + ENDING;
    }

    /** Whether it is the name of a sandbox. */
    public static boolean is(String source) {
        return source.endsWith(ENDING);
    }

    /** The source as the settings call it, of a sandbox or not. */
    public static String settingsName(String source) {
        return is(source) ? source.substring(0, source.length() - ENDING.length()) : source;
    }
}
