package pl.kurenda.report.page;

import java.time.LocalDate;
import java.util.Map;
import pl.kurenda.ledger.core.ReminderState;

/**
 * The files received on a day of the office, in figures, as they stand now.
 *
 * @param day of the office
 * @param files received on that day
 * @param rejected rows and the grosze of those whose amount could be read
 * @param states reminders in each state, in the order of the states; no entry where there is none
 */
public record Totals(LocalDate day, long files, Sum rejected, Map<ReminderState, Sum> states) {

    /**
     * A number of rows and what they are worth.
     *
     * @param rows how many
     * @param grosze their amounts
     */
    public record Sum(long rows, long grosze) {
        /** Nothing. */
        public static final Sum NONE = new Sum(0, 0);

        /** This and the other. */
        public Sum plus(Sum other) {
            return new Sum(rows + other.rows, grosze + other.grosze);
        }
    }

    /** Reminders in the state. */
    public Sum of(ReminderState state) {
        return states.getOrDefault(state, Sum.NONE);
    }

    /** All rows: rejected + reminders over all states. */
    public Sum all() {
        return states.values().stream().reduce(rejected, Sum::plus);
    }
}
