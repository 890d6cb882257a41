package pl.kurenda.intake.row;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.column.PaidNames;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.format.OpenColumns;
import pl.kurenda.intake.source.AlwaysHeld;
import pl.kurenda.intake.text.SpreadsheetCell;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.money.Amount;
import pl.kurenda.money.AmountReading;

/**
 * Detects columns that contradict the amount column: they show another amount, say that the debt is paid, or name
 * another currency.
 */
final class ConflictingColumns {
    /** The most column names that a finding lists. */
    private static final int NAMED = 4;

    private final Layout layout;
    /** Whether the amount is what is left to pay. A partial payment then does not contradict it. */
    private final boolean left;

    private final Set<Integer> paid = new LinkedHashSet<>();
    private final Set<Integer> foreign = new LinkedHashSet<>();
    private int differentRows;
    private int paidRows;
    private int foreignRows;

    ConflictingColumns(Layout layout) {
        this.layout = layout;
        this.left =
                layout.place(Field.AMOUNT).stream().mapToObj(layout::columnName).anyMatch(PaidNames::isLeft);
    }

    /**
     * Compares a row.
     *
     * @param amount from the amount column
     * @param cells of the row
     */
    void see(AmountReading amount, List<String> cells) {
        List<Integer> sayPaid = layout.beside().paid().stream()
                .filter(place -> saysPaid(place, SpreadsheetCell.text(cells.get(place))))
                .toList();
        paidRows += sayPaid.isEmpty() ? 0 : 1;
        paid.addAll(sayPaid);
        List<Integer> sayForeign = layout.beside().currencies().stream()
                .filter(place -> PaidNames.isForeign(SpreadsheetCell.text(cells.get(place))))
                .toList();
        foreignRows += sayForeign.isEmpty() ? 0 : 1;
        foreign.addAll(sayForeign);
        differentRows += hasOtherAmount(amount, cells) ? 1 : 0;
    }

    private boolean saysPaid(int place, String cell) {
        if (PaidNames.tellsPaid(cell)) {
            return true;
        }
        if (PaidNames.isStatus(layout.columnName(place))) {
            return false;
        }
        return left ? PaidNames.isYes(cell) : PaidNames.tellsPayment(cell);
    }

    private boolean hasOtherAmount(AmountReading amount, List<String> cells) {
        for (int place : layout.beside().amounts()) {
            AmountReading other = Amount.read(SpreadsheetCell.bare(cells.get(place)));
            boolean readable = other instanceof AmountReading.Owed || other == AmountReading.Problem.NOT_POSITIVE;
            if (readable && !other.equals(amount)) {
                return true;
            }
        }
        return false;
    }

    /** A finding for each kind of contradiction that at least one row has. */
    Stream<Finding> findings() {
        return Stream.of(
                        different(),
                        finding(AlwaysHeld.PAID_COLUMN, paid, paidRows),
                        finding(AlwaysHeld.FOREIGN_CURRENCY, foreign, foreignRows))
                .flatMap(Optional::stream);
    }

    private Optional<Finding> different() {
        if (differentRows == 0) {
            return Optional.empty();
        }
        String used = names(List.of(layout.place(Field.AMOUNT).orElseThrow()));
        return Optional.of(Finding.of(
                AlwaysHeld.AMOUNT_COLUMNS, used, names(layout.beside().amounts()), differentRows));
    }

    private Optional<Finding> finding(String code, Set<Integer> columns, int rows) {
        return columns.isEmpty() ? Optional.empty() : Optional.of(Finding.of(code, names(columns), rows));
    }

    private String names(Collection<Integer> columns) {
        return columns.stream()
                .limit(NAMED)
                .map(place -> OpenColumns.shown(layout.columnName(place), place))
                .collect(Collectors.joining(", "));
    }
}
