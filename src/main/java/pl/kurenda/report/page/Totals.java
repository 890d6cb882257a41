package pl.kurenda.report.page;

import java.time.LocalDate;
import java.util.Map;
import pl.kurenda.ledger.core.ReminderState;

/**
 * The figures of the files received on one office day, with their current states.
 *
 * @param day office day
 * @param files files received on that day
 * @param rejected rejected rows, and the grosze of those with a readable amount
 * @param states reminders in each state, in the order of the states; states without reminders have no entry
 */
public record Totals(LocalDate day, long files, Sum rejected, Map<ReminderState, Sum> states) {

    /**
     * A number of rows and their value.
     *
     * @param rows number of rows
     * @param grosze sum of their amounts
     */
    public record Sum(long rows, long grosze) {
        /** Nothing. */
        public static final Sum NONE = new Sum(0, 0);

        /** Adds the other sum. */
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
