package pl.kurenda.intake.reader;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows and columns of a sheet that are hidden, for example by a filter.
 *
 * @param rows numbers of hidden rows that are not empty, as people see them, from 1
 * @param columns from 0
 */
public record Hidden(BitSet rows, BitSet columns) {
    private static final int LETTERS = 26;

    static Hidden nothing() {
        return new Hidden(new BitSet(), new BitSet());
    }

    /** The number of hidden rows below the header. */
    public int rowsBelow(int header) {
        return (int) rows.stream().filter(row -> row > header).count();
    }

    /** The first hidden rows below the header. */
    public List<Integer> firstRowsBelow(int header, int most) {
        return rows.stream().filter(row -> row > header).limit(most).boxed().toList();
    }

    /** Those of the given columns that are hidden, by their letters. */
    public List<String> columnsOf(IntStream places) {
        return places.filter(columns::get).sorted().mapToObj(Hidden::letters).toList();
    }

    private static String letters(int place) {
        String last = String.valueOf((char) ('A' + place % LETTERS));
        return place < LETTERS ? last : letters(place / LETTERS - 1) + last;
    }
}
