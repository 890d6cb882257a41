package pl.kurenda.intake.source;

import java.util.Set;
import pl.kurenda.ledger.gate.Finding;

/**
 * Findings that hold a file even if the gate is switched off. They do not report unusual figures. They mean that texts
 * may have a wrong amount, date or name, or may go to people whom a filter left out.
 */
public final class AlwaysHeld {
    /** The columns were guessed from the cell contents, and no setting confirms them. */
    public static final String COLUMNS_GUESSED = "COLUMNS_GUESSED";

    /** The columns were guessed, and a header names only some of them. */
    public static final String COLUMNS_UNNAMED = "COLUMNS_UNNAMED";

    /** Another column has another amount. */
    public static final String AMOUNT_COLUMNS = "AMOUNT_COLUMNS";

    /** Another column says that the debt is paid. */
    public static final String PAID_COLUMN = "PAID_COLUMN";

    /** Another column says that the debt is in a foreign currency. */
    public static final String FOREIGN_CURRENCY = "FOREIGN_CURRENCY";

    /** Dates are written with the month first. */
    public static final String MONTH_FIRST = "MONTH_FIRST";

    /** The sheet has hidden rows. */
    public static final String HIDDEN_ROWS = "HIDDEN_ROWS";

    /** Letters would be sent as other letters, because the configured charset does not fit the file. */
    public static final String CHARSET_GARBLED = "CHARSET_GARBLED";

    private static final Set<String> CODES = Set.of(
            COLUMNS_GUESSED,
            COLUMNS_UNNAMED,
            AMOUNT_COLUMNS,
            PAID_COLUMN,
            FOREIGN_CURRENCY,
            MONTH_FIRST,
            HIDDEN_ROWS,
            CHARSET_GARBLED);

    private AlwaysHeld() {}

    /** Whether the finding always holds a file. */
    public static boolean has(Finding finding) {
        return CODES.contains(finding.code());
    }
}
