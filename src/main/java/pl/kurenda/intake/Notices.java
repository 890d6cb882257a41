package pl.kurenda.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pl.kurenda.ledger.Finding;

/** What the reader noticed about a file and a person has to look at, before the gate looks at its figures. */
final class Notices {
    /** The columns were told by their cells: no setting can say that this is right for the next file, too. */
    static final String COLUMNS_GUESSED = "COLUMNS_GUESSED";

    /** The same, where a header names some of them. */
    static final String COLUMNS_UNNAMED = "COLUMNS_UNNAMED";

    /**
     * What holds a file even where the gate is open: not figures that are unusual, but a wrong amount, day or name in a text, or
     * a text to somebody whom a filter has left out.
     */
    static final Set<String> ALWAYS = Set.of(
            COLUMNS_GUESSED,
            COLUMNS_UNNAMED,
            "AMOUNT_COLUMNS",
            "PAID_COLUMN",
            "FOREIGN_CURRENCY",
            "MONTH_FIRST",
            "HIDDEN_ROWS",
            WrongCharset.GARBLED);

    private static final int NAMED_ROWS = 10;

    private Notices() {}

    static List<Finding> of(Layout layout) {
        List<Finding> noticed = new ArrayList<>(layout.beside().noticed());
        if (layout.guessed()) {
            noticed.add(Finding.of(layout.header() == null ? COLUMNS_GUESSED : COLUMNS_UNNAMED, columns(layout)));
        }
        if (layout.form().carrier() instanceof Carrier.Workbook workbook) {
            hidden(layout, workbook.sheet().hidden(), noticed);
        }
        return noticed;
    }

    private static void hidden(Layout layout, Hidden hidden, List<Finding> noticed) {
        int header = layout.header() == null ? 0 : layout.header().line();
        int rows = hidden.rowsBelow(header);
        if (rows > 0) {
            String lines = hidden.firstRowsBelow(header, NAMED_ROWS).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            noticed.add(Finding.of("HIDDEN_ROWS", rows, rows > NAMED_ROWS ? lines + ", …" : lines));
        }
        List<String> columns = hidden.columnsOf(layout.places());
        if (!columns.isEmpty()) {
            noticed.add(Finding.of("HIDDEN_COLUMNS", String.join(", ", columns)));
        }
    }

    /** By their numbers: a column that was guessed has no name that would say more. */
    private static String columns(Layout layout) {
        return layout.columns().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(column -> column.getKey().key() + "=" + (column.getValue() + 1))
                .collect(Collectors.joining(", "));
    }
}
