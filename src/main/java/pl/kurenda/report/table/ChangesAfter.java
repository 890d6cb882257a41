package pl.kurenda.report.table;

import java.util.Arrays;
import java.util.List;
import pl.kurenda.ledger.core.ReminderState;

/**
 * The state that reminders had at the end of a day, told by the first change that each went through after it: as common table
 * expressions which end with {@code was (reminder_id, state)} of the reminders that have changed since. They want the
 * parameters {@code end} and {@code day}. That a reminder went from QUEUED to SUBMITTING is told by the row which ends
 * SUBMITTING; that it became final by receipts is told by its outcome.
 */
final class ChangesAfter {
    private static final String CHANGES = """
            change_after as (
              select h.reminder_id, 2 * h.id + 1 n, h.from_state state from %1$s where h.at >= :end%2$s
              union all
              select h.reminder_id, 2 * h.id, 'QUEUED' from %1$s where h.at >= :end and h.began_at >= :end%2$s
              union all
              select o.reminder_id, 2 * o.id + 1, o.from_state from %3$s where o.day > :day and o.from_state is not null%4$s),
            was as (
              select reminder_id, if(state = 'CLAIMED', 'QUEUED', state) state from (
                select reminder_id, substr(min(concat(lpad(n, 20, '0'), state)), 21) state from change_after group by reminder_id) f)
            """;

    /** Of all reminders; wants {@link #STATES} as the parameter {@code states}. For a day that has just ended. */
    static final String OF_ALL = "with "
            + CHANGES.formatted(
                    "history h force index (history_to)",
                    " and h.to_state in (:states)",
                    "outcome o force index (outcome_day)",
                    "");

    /** Of the reminders of a table or expression {@code asked (id)}, which stands before it. However long ago the day is. */
    static final String OF_ASKED = CHANGES.formatted(
            "asked a straight_join history h force index (primary)",
            " and h.reminder_id = a.id",
            "asked a straight_join outcome o force index (primary)",
            " and o.reminder_id = a.id");

    /** Every state: the index over the changes begins with it. */
    static final List<String> STATES =
            Arrays.stream(ReminderState.values()).map(Enum::name).toList();

    /**
     * The state at the end of the day of a reminder {@code r} beside {@code was}. A claim has no row of its own, so that
     * CLAIMED is QUEUED; and what began SUBMITTING after the day was QUEUED: that is how it will be told once it has ended.
     */
    static final String STATE = """
            coalesce(was.state,
              if(r.state = 'CLAIMED' or r.state = 'SUBMITTING' and r.state_at >= :end, 'QUEUED', r.state))""";

    private ChangesAfter() {}
}
