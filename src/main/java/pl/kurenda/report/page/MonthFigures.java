package pl.kurenda.report.page;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.report.page.Totals.Sum;

/**
 * A month or a day in figures.
 *
 * @param days the files received on each day, as they stand now; in order, all days
 * @param outcomes what became final on each day, corrections included: what the outcomes file of the day lists
 * @param reasons why rows of these files were rejected, the most frequent first
 */
public record MonthFigures(List<Totals> days, Map<LocalDate, Map<ReminderState, Sum>> outcomes, List<Reason> reasons) {

    /**
     * Rejected rows with one reason.
     *
     * @param code such as {@code PHONE_INVALID}
     * @param rows how many, and the grosze of those whose amount could be read
     */
    public record Reason(String code, Sum rows) {}

    /** All days together; the day is the first one. */
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
