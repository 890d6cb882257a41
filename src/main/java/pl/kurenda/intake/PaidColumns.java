package pl.kurenda.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.kurenda.ledger.Finding;

/** Tells whether other columns of a file say that debts are paid, or owed in another currency. */
final class PaidColumns {
    /** As many names as fit where findings are kept. */
    private static final int NAMED = 4;

    private final Layout layout;
    /** Whether the amount is what is left: then a payment of a part says nothing against it. */
    private final boolean left;

    private final Set<Integer> paid = new LinkedHashSet<>();
    private final Set<Integer> foreign = new LinkedHashSet<>();
    private int paidRows;
    private int foreignRows;

    PaidColumns(Layout layout) {
        this.layout = layout;
        this.left =
                layout.place(Field.AMOUNT).stream().mapToObj(layout::columnName).anyMatch(PaidNames::isLeft);
    }

    void see(List<String> cells) {
        List<Integer> telling = layout.beside().paid().stream()
                .filter(place -> tells(place, MachineCell.text(cells.get(place))))
                .toList();
        paidRows += telling.isEmpty() ? 0 : 1;
        paid.addAll(telling);
        List<Integer> other = layout.beside().currencies().stream()
                .filter(place -> PaidNames.isForeign(MachineCell.text(cells.get(place))))
                .toList();
        foreignRows += other.isEmpty() ? 0 : 1;
        foreign.addAll(other);
    }

    private boolean tells(int place, String cell) {
        if (PaidNames.tellsPaid(cell)) {
            return true;
        }
        if (PaidNames.isStatus(layout.columnName(place))) {
            return false;
        }
        return left ? PaidNames.isYes(cell) : PaidNames.tellsPayment(cell);
    }

    /** Something where at least one row says so. */
    Stream<Finding> findings() {
        return Stream.concat(
                paid.isEmpty() ? Stream.empty() : Stream.of(Finding.of(AlwaysHeld.PAID_COLUMN, names(paid), paidRows)),
                foreign.isEmpty()
                        ? Stream.empty()
                        : Stream.of(Finding.of(AlwaysHeld.FOREIGN_CURRENCY, names(foreign), foreignRows)));
    }

    private String names(Set<Integer> columns) {
        return columns.stream()
                .limit(NAMED)
                .map(place -> OpenColumns.shown(layout.columnName(place), place))
                .collect(Collectors.joining(", "));
    }
}
