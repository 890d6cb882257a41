package pl.kurenda.intake.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.reader.FileEncoding;
import pl.kurenda.intake.reader.Hidden;
import pl.kurenda.intake.source.AlwaysHeld;
import pl.kurenda.ledger.gate.Finding;

/**
 * Collects findings of the reader that a person must check. The gate adds its own findings on the figures of the file.
 */
final class ReaderFindings {
    private static final int NAMED_ROWS = 10;

    private ReaderFindings() {}

    static List<Finding> of(Layout layout) {
        List<Finding> noticed = new ArrayList<>(layout.beside().noticed());
        if (layout.guessed()) {
            noticed.add(Finding.of(
                    layout.header() == null ? AlwaysHeld.COLUMNS_GUESSED : AlwaysHeld.COLUMNS_UNNAMED,
                    columns(layout)));
        }
        if (layout.form().carrier() instanceof FileEncoding.Workbook workbook) {
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
            noticed.add(Finding.of(AlwaysHeld.HIDDEN_ROWS, rows, rows > NAMED_ROWS ? lines + ", …" : lines));
        }
        List<String> columns = hidden.columnsOf(layout.places());
        if (!columns.isEmpty()) {
            noticed.add(Finding.of("HIDDEN_COLUMNS", String.join(", ", columns)));
        }
    }

    /** The guessed columns by number, since they have no names. */
    private static String columns(Layout layout) {
        return layout.columns().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(column -> column.getKey().key() + "=" + (column.getValue() + 1))
                .collect(Collectors.joining(", "));
    }
}
