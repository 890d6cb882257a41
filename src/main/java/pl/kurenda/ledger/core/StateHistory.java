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
 * Records changes: the history of each reminder, its outcome for the reports once it is final, and the data for the
 * counters of the pages.
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

    /** The start of today in the time zone of the office. */
    public LocalDateTime midnight() {
        return Utc.of(LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant());
    }

    /**
     * Books outcomes that became final while the file was being loaded on today, with the file. They are not booked on
     * the day before, because its report cannot contain them.
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

    /** The journal for changes without history: new rows, and changes to a file before it is visible. */
    public CounterJournal tally() {
        return counterJournal;
    }

    /**
     * Records that these reminders leave their current states. Call this before the change, in its transaction. The
     * step from QUEUED to SUBMITTING has no row of its own: the row that ends SUBMITTING records it.
     */
    public void leave(Collection<Long> ids, ReminderState to, String who, String why) {
        LocalDateTime now = now();
        counterJournal.leaving(ids, to, now);
        left(ids, to, now, who, why);
    }

    /** The same for reminders that are all in one state and whose counted values the caller knows. */
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

    /** Records a change that all these reminders have just made. */
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
     * Books the outcome of reminders that are now final, on today's date in the office.
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
     * Books outcomes that result from receipts, on today's date in the office. Call this before the change. These
     * changes have no row in the history: the outcome shows the change.
     *
     * @param outcomes of reminders that all make the same change of state
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
     * The result of a reminder according to its receipts.
     *
     * @param segments accepted by the SMSC
     * @param cost of these segments, PLN
     */
    public record Outcome(LockedReminder reminder, Transition transition, int segments, BigDecimal cost) {}
}
