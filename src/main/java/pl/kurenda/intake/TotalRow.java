package pl.kurenda.intake;

import java.util.Set;

/** A row that adds the others up, as lists have it at their end: its amount is nobody's debt, and would count twice. */
final class TotalRow {
    private static final Set<String> NAMES =
            Set.of("razem", "ogolem", "suma", "lacznie", "podsumowanie", "razem kwota", "suma kwot", "total", "sum");

    private static final int LONGEST = 20;

    private TotalRow() {}

    /** Whether the cell says that its row does so. */
    static boolean isName(String cell) {
        return cell.length() <= LONGEST && !cell.isEmpty() && NAMES.contains(HeaderName.plain(cell));
    }
}
