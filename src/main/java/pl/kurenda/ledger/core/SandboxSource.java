package pl.kurenda.ledger.core;

/**
 * Names the sandbox of a source, for joint tests with its vendor. The files, debts, budgets and figures of a sandbox
 * have a name of their own, so that they never mix with those of the source. No source in the settings can have such a
 * name.
 */
public final class SandboxSource {
    /** Suffix of the name of a sandbox. */
    public static final String ENDING = "~sandbox";

    /** Maximum length of the name of a source with a sandbox, in characters. */
    public static final int LONGEST = 64 - ENDING.length();

    /** A phone number on the opt-out list of every sandbox, and on no other list. */
    public static final String OPTED_OUT = "48500000007";

    /** SQL condition on the column {@code source}: not a sandbox. */
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

    /** The name of the source in the settings, for a sandbox or for the source itself. */
    public static String settingsName(String source) {
        return is(source) ? source.substring(0, source.length() - ENDING.length()) : source;
    }
}
