package pl.kurenda.intake.format;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import pl.kurenda.intake.column.ColumnNames;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.column.FieldNames;
import pl.kurenda.intake.column.HeaderName;

/** Finds the columns of a name that is spread over several: a company and a person, or a first name and a surname. */
final class NameColumns {
    /** Names that may also head the column with the name of a fee. */
    private static final Set<List<String>> VAGUE = Set.of(List.of("nazwa"), List.of("name"));

    private final List<String> names;
    private final int chosen;
    private final List<String> owners;

    /**
     * @param names of the header
     * @param chosen column of the name, from 0
     */
    NameColumns(List<String> names, int chosen) {
        this.names = names;
        this.chosen = chosen;
        this.owners = FieldNames.owners(header(chosen));
    }

    Layout.Naming find() {
        List<Integer> others = ColumnNames.all(Field.NAME, names).stream()
                .filter(place -> place != chosen && isOfSame(place))
                .filter(place -> !FieldNames.isRole(header(place)) && !FieldNames.isRole(header(chosen)))
                .filter(place -> !VAGUE.contains(header(place).words()))
                .toList();
        int surname =
                only(IntStream.concat(IntStream.of(chosen), others.stream().mapToInt(Integer::intValue))
                        .filter(place -> FieldNames.isSurname(header(place))));
        int first = only(IntStream.range(0, names.size())
                .filter(place -> FieldNames.isFirstName(header(place)) && isOfSame(place)));
        return surname < 0 || first < 0 ? new Layout.Naming(others, -1, -1) : new Layout.Naming(others, surname, first);
    }

    private boolean isOfSame(int place) {
        return FieldNames.owners(header(place)).equals(owners);
    }

    private HeaderName header(int place) {
        return HeaderName.of(names.get(place));
    }

    /** The only place. With several, it is unclear which one is meant. */
    private static int only(IntStream places) {
        int[] found = places.limit(2).toArray();
        return found.length == 1 ? found[0] : -1;
    }
}
