package pl.kurenda.intake.reader;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What of a sheet is hidden from whoever looks at it, by a filter for instance.
 *
 * @param rows numbers of rows with something in them, as people see them, from 1
 * @param columns from 0
 */
public record Hidden(BitSet rows, BitSet columns) {
    private static final int LETTERS = 26;

    static Hidden nothing() {
        return new Hidden(new BitSet(), new BitSet());
    }

    /** How many rows below that one. */
    public int rowsBelow(int header) {
        return (int) rows.stream().filter(row -> row > header).count();
    }

    /** The first of them. */
    public List<Integer> firstRowsBelow(int header, int most) {
        return rows.stream().filter(row -> row > header).limit(most).boxed().toList();
    }

    /** Those of these columns, by their letters. */
    public List<String> columnsOf(IntStream places) {
        return places.filter(columns::get).sorted().mapToObj(Hidden::letters).toList();
    }

    private static String letters(int place) {
        String last = String.valueOf((char) ('A' + place % LETTERS));
        return place < LETTERS ? last : letters(place / LETTERS - 1) + last;
    }
}
