package pl.kurenda.recipient;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recognises a message that asks for no more reminders: a short one that contains one of the words, or any message
 * whose first line is such a word alone. Case, diacritics and punctuation do not matter. In a long message the word may
 * mean anything, and after {@code nie} it means the opposite.
 */
public final class StopWords {
    /** The most words in a short message: {@code Proszę mnie wypisz z tych SMS}. */
    private static final int SHORT = 6;

    /** A message of many segments is cut off here. What matters is at its start. */
    private static final int LOOKED_AT = 1000;

    private static final String NOT = "NIE";

    private final Set<String> words;

    /**
     * @param words in any spelling
     * @throws IllegalArgumentException if the list is empty, or an entry is not a single word
     */
    public StopWords(List<String> words) {
        this.words = words.stream().map(StopWords::single).collect(Collectors.toUnmodifiableSet());
        if (this.words.isEmpty()) {
            throw new IllegalArgumentException("at least one word is needed");
        }
    }

    private static String single(String word) {
        List<String> found = words(word);
        if (found.size() != 1) {
            throw new IllegalArgumentException("single words of letters and digits are needed");
        }
        return found.get(0);
    }

    /**
     * Whether the message asks for no more reminders. Never throws.
     *
     * @param message as it was sent, or null
     */
    public boolean in(String message) {
        if (message == null) {
            return false;
        }
        String text = message.strip();
        text = text.substring(0, Math.min(text.length(), LOOKED_AT));
        List<String> firstLine = words(text.lines().findFirst().orElse(""));
        if (firstLine.size() == 1 && words.contains(firstLine.get(0))) {
            return true;
        }
        List<String> all = words(text);
        return all.size() <= SHORT && saysSo(all);
    }

    private boolean saysSo(List<String> all) {
        for (int i = 0; i < all.size(); i++) {
            if (words.contains(all.get(i)) && (i == 0 || !all.get(i - 1).equals(NOT))) {
                return true;
            }
        }
        return false;
    }

    /** The words in upper case without diacritics. Unicode treats ł as a letter of its own. */
    private static List<String> words(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toUpperCase(Locale.ROOT)
                .replace('Ł', 'L');
        return Arrays.stream(bare.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
