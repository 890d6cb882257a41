package pl.kurenda.intake.column;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the field that a header name means, in Polish and English. Case, diacritics, punctuation, currency and the way
 * words are joined do not matter.
 */
public final class ColumnNames {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 80;

    private ColumnNames() {}

    /** The column that most likely holds the field, from 0. */
    public static Optional<Integer> find(Field field, List<String> names) {
        return all(field, names).stream().findFirst();
    }

    /**
     * All columns that may hold the field, from 0, the most likely first: {@code Telefon 1} before {@code Telefon 2}.
     */
    public static List<Integer> all(Field field, List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(place -> new Candidate(place, names.get(place), field))
                .filter(candidate -> candidate.rank >= 0)
                .sorted(Comparator.comparingInt((Candidate candidate) -> candidate.rank)
                        .thenComparingInt(candidate -> candidate.number))
                .map(candidate -> candidate.place)
                .toList();
    }

    private static final class Candidate {
        private final int place;
        private final int rank;
        private final int number;

        Candidate(int place, String name, Field field) {
            HeaderName header = mayBe(name) ? HeaderName.of(name) : null;
            this.place = place;
            this.rank = header == null ? -1 : FieldNames.rank(field, header);
            this.number = header == null ? 0 : header.number();
        }
    }

    /** A quick check. Nearly all cells near the top of a file are not column names, and a file may be wide. */
    private static boolean mayBe(String name) {
        if (name.length() < SHORTEST || name.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetter(name.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The column that the settings name, from 0. They give its name, or else its number from 1. */
    public static Optional<Integer> configured(String column, List<String> names) {
        String key = key(column);
        int place = names.stream().map(ColumnNames::key).toList().indexOf(key);
        if (place >= 0 && !key.isEmpty()) {
            return Optional.of(place);
        }
        return number(column).filter(number -> number < names.size());
    }

    /** Whether this is a name for any field. */
    public static boolean isKnown(String name) {
        return Arrays.stream(Field.values())
                .anyMatch(field -> find(field, List.of(name)).isPresent());
    }

    /** Whether another column has the same name, so that it is unclear which one is meant. */
    public static boolean isAmbiguous(int place, List<String> names) {
        String key = key(names.get(place));
        return names.stream().filter(name -> key(name).equals(key)).count() > 1;
    }

    /** The column number from 1 that settings may give instead of a name, converted to count from 0. */
    public static Optional<Integer> number(String column) {
        return column.strip().matches("[1-9][0-9]{0,2}")
                ? Optional.of(Integer.parseInt(column.strip()) - 1)
                : Optional.empty();
    }

    public static String plain(String name) {
        return HeaderName.plain(name);
    }

    private static String key(String name) {
        return HeaderName.plain(name).replace(" ", "");
    }
}
