package pl.kurenda.report.table;

import java.util.Arrays;
import java.util.List;
import pl.kurenda.ledger.core.ReminderState;

/**
 * Finds the states of reminders at the end of a day from the first change of each reminder after it. It is a set of
 * common table expressions that ends with {@code was (reminder_id, state)}, the reminders that have changed since. They
 * need the parameters {@code end} and {@code day}. The row that ends SUBMITTING records the change from QUEUED to
 * SUBMITTING. The outcome records that a reminder became final through receipts.
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

    /** For all reminders, for a day that has just ended. Needs {@link #STATES} as the parameter {@code states}. */
    static final String OF_ALL = "with "
            + CHANGES.formatted(
                    "history h force index (history_to)",
                    " and h.to_state in (:states)",
                    "outcome o force index (outcome_day)",
                    "");

    /** For the reminders of a table or expression {@code asked (id)} placed before it. Works for any past day. */
    static final String OF_ASKED = CHANGES.formatted(
            "asked a straight_join history h force index (primary)",
            " and h.reminder_id = a.id",
            "asked a straight_join outcome o force index (primary)",
            " and o.reminder_id = a.id");

    /** All states, because the index over the changes starts with the state. */
    static final List<String> STATES =
            Arrays.stream(ReminderState.values()).map(Enum::name).toList();

    /**
     * The state of a reminder {@code r} at the end of the day, joined with {@code was}. A claim has no row of its own,
     * so CLAIMED is QUEUED. A reminder whose SUBMITTING began after the day was QUEUED; its row appears once SUBMITTING
     * ends.
     */
    static final String STATE = """
            coalesce(was.state,
              if(r.state = 'CLAIMED' or r.state = 'SUBMITTING' and r.state_at >= :end, 'QUEUED', r.state))""";

    private ChangesAfter() {}
}
