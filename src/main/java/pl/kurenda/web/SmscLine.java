package pl.kurenda.web;

import java.util.List;
import java.util.Set;

/**
 * An SMSC, ready to be shown.
 *
 * @param name as it stands in the database
 * @param key of the text that says how it does
 * @param words what it says of itself, where there is no text for that; else null
 * @param well whether messages go through it
 */
record SmscLine(String name, String key, String words, boolean well) {
    private static final Set<String> KNOWN = Set.of("bound", "slowed", "paused", "unbound");
    private static final Set<String> WELL = Set.of("bound", "slowed");

    static List<SmscLine> of(SmscView view) {
        return view.accounts().entrySet().stream()
                .map(account -> of(account.getKey(), account.getValue()))
                .toList();
    }

    private static SmscLine of(String name, String words) {
        boolean known = KNOWN.contains(words);
        return new SmscLine(name, known ? words : "trouble", known ? null : words, WELL.contains(words));
    }
}
