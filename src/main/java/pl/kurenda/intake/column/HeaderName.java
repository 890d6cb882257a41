package pl.kurenda.intake.column;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a column without what does not matter: case, diacritics, punctuation, invisible characters, currencies, a
 * number at its end.
 *
 * @param words of the name; {@code phoneNumber} counts as two
 * @param number at its end, or 0 if there is none
 */
public record HeaderName(List<String> words, int number) {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    /** {@code phoneNumber}, {@code NRTelefonu}, {@code Telefon2}. */
    private static final Pattern BORDER = Pattern.compile(
            "(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})");

    private static final Set<String> UNITS = Set.of("zl", "pln", "zlotych");
    private static final int LONGEST = 80;
    private static final int LONGEST_NUMBER = 2;

    public static HeaderName of(String name) {
        String seen = UNSEEN.matcher(name).replaceAll("");
        String split = seen.length() > LONGEST ? seen : BORDER.matcher(seen).replaceAll(" ");
        List<String> words = new ArrayList<>(Arrays.asList(plain(split).split(" ")));
        dropUnits(words);
        int number = 0;
        String last = words.get(words.size() - 1);
        if (words.size() > 1 && last.length() <= LONGEST_NUMBER && last.chars().allMatch(Character::isDigit)) {
            number = Integer.parseInt(last);
            words.remove(words.size() - 1);
            dropUnits(words);
        }
        return new HeaderName(List.copyOf(words), number);
    }

    /** {@code Do zapłaty [zł]}, {@code Kwota w zł}. */
    private static void dropUnits(List<String> words) {
        while (words.size() > 1 && UNITS.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
            if (words.size() > 1 && words.get(words.size() - 1).equals("w")) {
                words.remove(words.size() - 1);
            }
        }
    }

    /** The name in lower case without diacritics, with a single space for anything that is neither letter nor digit. */
    static String plain(String name) {
        String seen = UNSEEN.matcher(name).replaceAll("");
        String bare = Normalizer.normalize(seen.toLowerCase(Locale.ROOT).replace('ł', 'l'), Normalizer.Form.NFKD);
        return OTHER.matcher(MARKS.matcher(bare).replaceAll("")).replaceAll(" ").strip();
    }
}
