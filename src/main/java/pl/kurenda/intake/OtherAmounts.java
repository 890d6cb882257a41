package pl.kurenda.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.kurenda.ledger.Finding;
import pl.kurenda.money.Amount;
import pl.kurenda.money.AmountReading;

/** Tells whether several columns of a file could be what is owed, and say different things. */
final class OtherAmounts {
    /** As many names as fit where findings are kept. */
    private static final int NAMED = 4;

    private final Layout layout;
    private final List<Integer> places;
    private int different;

    OtherAmounts(Layout layout) {
        this.layout = layout;
        this.places = layout.beside().amounts();
    }

    /**
     * @param amount of the column that was taken
     * @param cells of its row
     */
    void see(AmountReading amount, List<String> cells) {
        for (int place : places) {
            AmountReading other = Amount.read(MachineCell.bare(cells.get(place)));
            boolean sum = other instanceof AmountReading.Owed || other == AmountReading.Problem.NOT_POSITIVE;
            if (sum && !other.equals(amount)) {
                different++;
                return;
            }
        }
    }

    /** Something where at least one row says different things. */
    Optional<Finding> finding() {
        if (different == 0) {
            return Optional.empty();
        }
        String taken = names(Stream.of(layout.place(Field.AMOUNT).orElseThrow()));
        return Optional.of(Finding.of("AMOUNT_COLUMNS", taken, names(places.stream()), different));
    }

    private String names(Stream<Integer> columns) {
        return columns.limit(NAMED)
                .map(place -> OpenColumns.shown(layout.columnName(place), place))
                .collect(Collectors.joining(", "));
    }
}
