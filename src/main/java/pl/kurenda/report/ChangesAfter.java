package pl.kurenda.report;

/** The state that reminders had at the end of a day, told by the first change that each went through after it. */
final class ChangesAfter {
    /**
     * Common table expression {@code was (reminder_id, state)} of the reminders that have changed since; wants the
     * parameters {@code end} and {@code day}. That a reminder went from QUEUED to SUBMITTING is told by the row which ends
     * SUBMITTING; that it became final by receipts is told by its outcome.
     */
    static final String WAS = """
            with change_after as (
              select reminder_id, 2 * id + 1 n, from_state state from history where at >= :end
              union all
              select reminder_id, 2 * id, 'QUEUED' from history where at >= :end and began_at >= :end
              union all
              select reminder_id, 2 * id + 1, from_state from outcome where day > :day and from_state is not null),
            first as (select reminder_id, min(n) n from change_after group by reminder_id),
            was as (select c.reminder_id, c.state from change_after c join first f on f.reminder_id = c.reminder_id and f.n = c.n)
            """;

    private ChangesAfter() {}
}
