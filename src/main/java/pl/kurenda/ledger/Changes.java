package pl.kurenda.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

/** Writes down what changed: the history of each reminder, and its outcome for the reports once it is final. */
@Component
class Changes {
    private final Books books;
    private final Clock clock;

    Changes(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    LocalDateTime now() {
        return Utc.of(clock.instant());
    }

    /** Notes a change that all these reminders have just gone through. */
    void note(Collection<Long> ids, ReminderState from, ReminderState to, String who, String why) {
        LocalDateTime at = now();
        books.batch(
                """
                insert into history (reminder_id, at, who, from_state, to_state, reason)
                values (:id, :at, :who, :from, :to, :why)""",
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
    void book(Collection<Long> ids, boolean correction) {
        if (ids.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        books.update(
                """
                insert into outcome (reminder_id, source, day, final_at, state, reason, segments, cost, sent_at, correction)
                select r.id, r.source, :day, :at, r.state, r.reason, count(s.message_id),
                  r.cost / r.segments * count(s.message_id), r.sent_at, :correction
                from reminder r left join segment s on s.reminder_id = r.id
                where r.id in (:ids) group by r.id order by r.id""",
                Map.of(
                        "day",
                        LocalDate.ofInstant(now, clock.getZone()),
                        "at",
                        Utc.of(now),
                        "correction",
                        correction,
                        "ids",
                        ids));
    }
}
