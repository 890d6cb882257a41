package pl.kurenda.intake.column;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A family of column names. A name belongs to it only if each of its words is listed here. {@code Kwota raty} is an
 * amount owed; {@code Kwota wpłaty} is not, because its second word is not listed.
 *
 * @param heads at least one of these must be present
 * @param beside at least one of these must be present too; empty if nothing more is needed
 * @param others words that may be present
 */
public record NameRule(Set<String> heads, Set<String> beside, Set<String> others) {
    private static final int LONGEST_COMPACT = 40;

    public static NameRule of(String heads, String beside, String others) {
        return new NameRule(words(heads), words(beside), words(others));
    }

    private static Set<String> words(String words) {
        return words.isBlank() ? Set.of() : Set.copyOf(new HashSet<>(Arrays.asList(words.split("\\s+"))));
    }

    /** Whether the name belongs to this family. A name in one word, such as {@code PHONENUMBER}, is taken apart. */
    public boolean matches(List<String> name) {
        if (fits(name)) {
            return true;
        }
        return name.size() == 1
                && hasHead(name.get(0))
                && apart(name.get(0)).filter(this::fits).isPresent();
    }

    private boolean hasHead(String compact) {
        for (String head : heads) {
            if (compact.contains(head)) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(Collection<String> name) {
        return name.stream().allMatch(this::knows)
                && name.stream().anyMatch(heads::contains)
                && (beside.isEmpty() || name.stream().anyMatch(beside::contains));
    }

    private boolean knows(String word) {
        return heads.contains(word) || beside.contains(word) || others.contains(word);
    }

    /** The known words that a compact name consists of, the longest first. */
    private Optional<List<String>> apart(String name) {
        if (name.length() > LONGEST_COMPACT) {
            return Optional.empty();
        }
        List<String>[] from = newLists(name.length() + 1);
        from[name.length()] = List.of();
        for (int start = name.length() - 1; start >= 0; start--) {
            for (int end = name.length(); end > start && from[start] == null; end--) {
                if (from[end] != null && knows(name.substring(start, end))) {
                    from[start] = join(name.substring(start, end), from[end]);
                }
            }
        }
        return Optional.ofNullable(from[0]);
    }

    @SuppressWarnings("unchecked")
    private static List<String>[] newLists(int length) {
        return (List<String>[]) new List<?>[length];
    }

    private static List<String> join(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }
}
