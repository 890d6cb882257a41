package pl.kurenda.report.page;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.report.page.Totals.Sum;

/**
 * The figures of a month or a day.
 *
 * @param days files received on each day, with their current states; all days, in order
 * @param outcomes outcomes that became final on each day, including corrections, as in the outcomes file of the day
 * @param reasons reasons for which rows of these files were rejected, the most frequent first
 */
public record MonthFigures(List<Totals> days, Map<LocalDate, Map<ReminderState, Sum>> outcomes, List<Reason> reasons) {

    /**
     * Rejected rows with one reason.
     *
     * @param code such as {@code PHONE_INVALID}
     * @param rows number of rows, and the grosze of those with a readable amount
     */
    public record Reason(String code, Sum rows) {}

    /** The sum of all days; its day is the first one. */
    public Totals total() {
        long files = 0;
        Sum rejected = Sum.NONE;
        Map<ReminderState, Sum> states = new EnumMap<>(ReminderState.class);
        for (Totals day : days) {
            files += day.files();
            rejected = rejected.plus(day.rejected());
            day.states().forEach((state, sum) -> states.merge(state, sum, Sum::plus));
        }
        return new Totals(days.get(0).day(), files, rejected, states);
    }
}
