package pl.kurenda.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.kurenda.ledger.Finding;
import pl.kurenda.money.Amount;
import pl.kurenda.money.AmountReading;

/** Tells whether other columns of a file say something else about what is owed: another sum, or that it is paid. */
final class OtherAmounts {
    /** As many names as fit where findings are kept. */
    private static final int NAMED = 4;

    private final Layout layout;
    private final List<Integer> places;
    private final PaidColumns paid;
    private int different;

    OtherAmounts(Layout layout) {
        this.layout = layout;
        this.places = layout.beside().amounts();
        this.paid = new PaidColumns(layout);
    }

    /**
     * @param amount of the column that was taken
     * @param cells of its row
     */
    void see(AmountReading amount, List<String> cells) {
        paid.see(cells);
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
    Stream<Finding> findings() {
        return Stream.concat(different().stream(), paid.findings());
    }

    private Optional<Finding> different() {
        if (different == 0) {
            return Optional.empty();
        }
        String taken = names(Stream.of(layout.place(Field.AMOUNT).orElseThrow()));
        return Optional.of(Finding.of(AlwaysHeld.AMOUNT_COLUMNS, taken, names(places.stream()), different));
    }

    private String names(Stream<Integer> columns) {
        return columns.limit(NAMED)
                .map(place -> OpenColumns.shown(layout.columnName(place), place))
                .collect(Collectors.joining(", "));
    }
}
