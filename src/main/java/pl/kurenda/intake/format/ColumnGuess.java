package pl.kurenda.intake.format;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.text.DueDate;
import pl.kurenda.intake.text.SpreadsheetCell;
import pl.kurenda.money.Amount;
import pl.kurenda.money.AmountReading;
import pl.kurenda.money.Nrb;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;

/**
 * Guesses from the cells which columns hold what, if no header names them: Polish mobiles, amounts with decimals,
 * dates, account numbers. A field gets a column only if no other column looks like that field. A guessed file is never
 * sent until a person has approved it.
 *
 * @param columns where the fields are, from 0
 * @param unclear columns, from 0, of which several could be the same field
 */
record ColumnGuess(Map<Field, Integer> columns, List<Integer> unclear) {
    /** One row is not enough to judge a column. */
    private static final int FEWEST_ROWS = 2;

    private static final int MOST_ROWS = 300;
    /**
     * Some PESEL and other long numbers look like mobiles. A column with fewer than this many in ten is not a phone
     * column.
     */
    private static final int CHANCE = 2;

    private static final int MOST = 6;
    private static final int NEARLY_ALL = 9;
    private static final int TEN = 10;

    private static final List<Field> FIELDS = List.of(Field.PHONE, Field.AMOUNT, Field.DUE, Field.ACCOUNT);

    /** Nothing was found. */
    static final ColumnGuess NONE = new ColumnGuess(Map.of(), List.of());

    /** @param width how many cells are examined in each row of the usual width */
    static ColumnGuess of(Sample rows, Charset charset, int width) {
        return of(rows, charset, IntStream.range(0, Math.max(0, width)).boxed().toList(), FIELDS);
    }

    /**
     * Guesses some fields among some columns.
     *
     * @param places columns to examine, from 0
     * @param fields fields to look for
     */
    static ColumnGuess of(Sample rows, Charset charset, List<Integer> places, List<Field> fields) {
        int usual = rows.usualWidth();
        List<Tally> tallies = places.stream().map(Tally::new).toList();
        int last = places.stream().mapToInt(Integer::intValue).max().orElse(0);
        int seen = 0;
        for (int i = 0; i < rows.records().size() && seen < MOST_ROWS; i++) {
            List<String> cells = rows.cells(i, charset);
            if (cells.size() == usual && last < usual) {
                tallies.forEach(tally -> tally.add(cells.get(tally.place)));
                seen++;
            }
        }
        return seen < FEWEST_ROWS ? NONE : of(tallies, fields, seen);
    }

    private static ColumnGuess of(List<Tally> tallies, List<Field> fields, int rows) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        List<Integer> unclear = new ArrayList<>();
        for (Field field : fields) {
            List<Tally> alike =
                    tallies.stream().filter(tally -> tally.hints(field)).toList();
            if (alike.size() == 1 && alike.get(0).is(field, rows)) {
                columns.put(field, alike.get(0).place);
            } else {
                alike.forEach(tally -> unclear.add(tally.place));
            }
        }
        return new ColumnGuess(columns, List.copyOf(unclear));
    }

    /** Whether the guess is certain enough to show to a person. */
    boolean isClear() {
        return unclear.isEmpty() && columns.containsKey(Field.PHONE) && columns.containsKey(Field.AMOUNT);
    }

    /** Whether several columns look like the same field. */
    boolean hasSeveral() {
        return !unclear.isEmpty();
    }

    /** Whether a column holds phones. */
    boolean hasPhones() {
        return columns.containsKey(Field.PHONE);
    }

    /** Counts what the cells of one column look like. */
    private static final class Tally {
        private final int place;
        private final Map<Field, Integer> counts = new EnumMap<>(Field.class);
        private int filled;
        /** Amounts in any notation. Only those with decimals or a currency count towards an amount column. */
        private int sums;

        Tally(int place) {
            this.place = place;
        }

        void add(String cell) {
            String bare = SpreadsheetCell.bare(cell).strip();
            if (bare.isEmpty()) {
                return;
            }
            filled++;
            AmountReading sum = Amount.read(bare);
            sums += sum instanceof AmountReading.Owed || sum == AmountReading.Problem.NOT_POSITIVE ? 1 : 0;
            field(cell, bare, sum).ifPresent(field -> counts.merge(field, 1, Integer::sum));
        }

        private static Optional<Field> field(String cell, String bare, AmountReading sum) {
            if (Msisdn.read(SpreadsheetCell.phone(cell)) instanceof PhoneReading.Mobile mobile
                    && mobile.msisdn().isPolish()) {
                return Optional.of(Field.PHONE);
            }
            if (Nrb.read(SpreadsheetCell.account(cell)).isPresent()) {
                return Optional.of(Field.ACCOUNT);
            }
            boolean number = bare.chars().allMatch(Character::isDigit);
            if (!number && DueDate.read(bare).isPresent()) {
                return Optional.of(Field.DUE);
            }
            return !number && sum instanceof AmountReading.Owed ? Optional.of(Field.AMOUNT) : Optional.empty();
        }

        private int count(Field field) {
            return counts.getOrDefault(field, 0);
        }

        /** Whether more cells look like the field than coincidence explains. */
        boolean hints(Field field) {
            return count(field) > 0 && count(field) * TEN >= filled * CHANCE;
        }

        boolean is(Field field, int rows) {
            int there = count(field) * TEN;
            return switch (field) {
                case PHONE -> there >= rows * MOST;
                case AMOUNT -> there * 2 >= filled * TEN && sums * TEN >= filled * NEARLY_ALL && filled * 2 >= rows;
                default -> there >= filled * NEARLY_ALL;
            };
        }
    }
}
