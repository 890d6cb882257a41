package pl.kurenda.intake.row;

import java.util.Optional;
import pl.kurenda.intake.source.AlwaysHeld;
import pl.kurenda.ledger.gate.Finding;

/**
 * Detects dates with the month first, as in the United States. {@code 10/25/2026} is not a valid date here, and its row
 * is rejected. But {@code 05/06/2026} in the same column would be read as a different day.
 */
final class MonthFirst {
    private static final int MONTHS = 12;
    private static final int DAYS = 31;
    private static final int LENGTH = "dd/mm/yyyy".length();
    /** One month-first date in this many may be a typing error among dates in the Polish order. */
    private static final int SLIPS = 20;

    private int monthFirst;
    private int dayFirst;
    private int either;

    /** @param cell of the due date, as it is read */
    void see(String cell) {
        if (cell.length() < LENGTH || cell.charAt(2) != cell.charAt(5) || "/-".indexOf(cell.charAt(2)) < 0) {
            return;
        }
        int first = number(cell, 0);
        int second = number(cell, 3);
        if (first < 1 || second < 1 || first > DAYS || second > DAYS) {
            return;
        }
        monthFirst += first <= MONTHS && second > MONTHS ? 1 : 0;
        dayFirst += first > MONTHS && second <= MONTHS ? 1 : 0;
        either += first <= MONTHS && second <= MONTHS && first != second ? 1 : 0;
    }

    /** Returns a finding if the file has both ambiguous dates and dates that must have the month first. */
    Optional<Finding> finding() {
        boolean slip = (long) monthFirst * SLIPS < (long) monthFirst + dayFirst;
        return monthFirst == 0 || either == 0 || slip
                ? Optional.empty()
                : Optional.of(Finding.of(AlwaysHeld.MONTH_FIRST, monthFirst, either));
    }

    private static int number(String cell, int at) {
        int tens = cell.charAt(at) - '0';
        int ones = cell.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
