package pl.kurenda.ledger.core;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * Writes down what changed: the history of each reminder, its outcome for the reports once it is final, and what the
 * counters of the pages need to know.
 */
@Component
public class StateHistory {
    private final LedgerJdbc ledgerJdbc;
    private final CounterJournal counterJournal;
    private final Clock clock;

    public StateHistory(LedgerJdbc ledgerJdbc, Clock clock) {
        this.ledgerJdbc = ledgerJdbc;
        this.counterJournal = new CounterJournal(ledgerJdbc);
        this.clock = clock;
    }

    public LocalDateTime now() {
        return Utc.of(clock.instant());
    }

    /** The first moment of today, day of the office. */
    public LocalDateTime midnight() {
        return Utc.of(LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant());
    }

    /**
     * A file is complete: what of it became final while it was being loaded is booked today, with the file, and not on the
     * day before, whose report cannot have it.
     */
    public void bookWithFile(long batchId) {
        LocalDate day = LocalDate.now(clock);
        Map<String, Object> values = Map.of("batch", batchId, "day", day, "midnight", midnight());
        List<Long> begunBefore = ledgerJdbc
                .sql()
                .queryForList("select id from batch where id = :batch and received_at < :midnight", values, Long.class);
        if (!begunBefore.isEmpty()) {
            counterJournal.rebooking(batchId, now(), day);
            ledgerJdbc.update("""
                    update outcome o join reminder r on r.id = o.reminder_id set o.day = :day
                    where r.batch_id = :batch and o.day < :day""", values);
        }
    }

    /** Where changes are told that have no history: new rows, and what happens to a file before anybody sees it. */
    public CounterJournal tally() {
        return counterJournal;
    }

    /**
     * Notes, ahead of the change and in its transaction, that these reminders leave the state in which they stand. That
     * they went from QUEUED to SUBMITTING has no row of its own: it is told by the one that ends SUBMITTING.
     */
    public void leave(Collection<Long> ids, ReminderState to, String who, String why) {
        LocalDateTime now = now();
        counterJournal.leaving(ids, to, now);
        left(ids, to, now, who, why);
    }

    /** The same of reminders that all stand in one state, and of which the caller knows all that is counted. */
    public void leave(
            Map<Long, CounterJournal.Counted> reminders, ReminderState from, ReminderState to, String who, String why) {
        LocalDateTime now = now();
        counterJournal.moved(reminders.values(), from, to, now);
        left(reminders.keySet(), to, now, who, why);
    }

    private void left(Collection<Long> ids, ReminderState to, LocalDateTime now, String who, String why) {
        Map<String, Object> values = new HashMap<>();
        values.put("ids", ids);
        values.put("to", to.name());
        values.put("who", who);
        values.put("why", why);
        values.put("now", now);
        ledgerJdbc.update("""
                insert into history (id, reminder_id, at, who, from_state, to_state, reason, began_at)
                select nextval(history_seq), id, :now, :who, state, :to, :why, if(state = 'SUBMITTING', state_at, null)
                from reminder where id in (:ids)""", values);
    }

    /** Notes a change that all these reminders have just gone through. */
    public void note(Collection<Long> ids, ReminderState from, ReminderState to, String who, String why) {
        LocalDateTime at = now();
        counterJournal.movedAll(ids, from, to, at);
        ledgerJdbc.batch(
                """
                insert into history (id, reminder_id, at, who, from_state, to_state, reason)
                values (nextval(history_seq), :id, :at, :who, :from, :to, :why)""",
                ids.stream()
                        .map(id -> new MapSqlParameterSource("id", id)
                                .addValue("at", at)
                                .addValue("who", who)
                                .addValue("from", from.name())
                                .addValue("to", to.name())
                                .addValue("why", why))
                        .toList());
    }

    /**
     * Books the outcome of reminders that are final now, on today's date of the office.
     *
     * @param correction whether an outcome has been booked for them before
     */
    public void book(Collection<Long> ids, boolean correction) {
        if (ids.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, clock.getZone());
        counterJournal.booked(ids, Utc.of(now), day, correction);
        ledgerJdbc.update("""
                insert into outcome (id, reminder_id, source, day, final_at, state, reason, segments, cost, sent_at, correction)
                select nextval(history_seq), r.id, r.source, :day, :at, r.state, r.reason, count(s.message_id),
                  coalesce(sum(if(s.message_id is null, null, coalesce(s.price, r.cost / r.segments))), 0), r.sent_at, :correction
                from reminder r left join segment s on s.reminder_id = r.id
                where r.id in (:ids) group by r.id order by r.id""", Map.of("day", day, "at", Utc.of(now), "correction", correction, "ids", ids));
    }

    /**
     * Books outcomes that follow from receipts, on today's date of the office and before the change. They have no row in
     * the history: the outcome shows the change.
     *
     * @param outcomes of reminders that all go from the same state to the same other state
     */
    public void book(List<Outcome> outcomes) {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, clock.getZone());
        LocalDateTime at = Utc.of(now);
        Transition way = outcomes.get(0).transition();
        counterJournal.ended(
                outcomes.stream().map(o -> o.reminder().counted()).toList(), way.from(), way.to(), at, day);
        ledgerJdbc.batch(
                """
                insert into outcome (id, reminder_id, source, day, final_at, from_state, state, who, reason, segments, cost,
                  sent_at, correction)
                values (nextval(history_seq), :id, :source, :day, :at, :from, :to, 'receipt', :reason, :segments, :cost,
                  :sentAt, :correction)""",
                outcomes.stream()
                        .map(o -> new MapSqlParameterSource("id", o.reminder().id())
                                .addValue("source", o.reminder().counted().source())
                                .addValue("day", day)
                                .addValue("at", at)
                                .addValue("from", way.from().name())
                                .addValue("to", way.to().name())
                                .addValue("reason", o.transition().reason())
                                .addValue("segments", o.segments())
                                .addValue("cost", o.cost())
                                .addValue(
                                        "sentAt",
                                        o.reminder().sentAt() == null
                                                ? at
                                                : o.reminder().sentAt())
                                .addValue("correction", way.from().isFinal()))
                        .toList());
    }

    /**
     * How a reminder ended by its receipts.
     *
     * @param segments accepted by the SMSC
     * @param cost of these segments, PLN
     */
    public record Outcome(LockedReminder reminder, Transition transition, int segments, BigDecimal cost) {}
}
