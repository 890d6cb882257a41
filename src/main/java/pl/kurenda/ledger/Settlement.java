package pl.kurenda.ledger;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

/** Writes receipts to their segments, and lets the reminders follow from their segments. */
@Component
class Settlement {
    private static final Set<ReminderState> FOLLOWING = EnumSet.of(
            ReminderState.QUEUED,
            ReminderState.CLAIMED,
            ReminderState.ENROUTE,
            ReminderState.UNKNOWN,
            ReminderState.NO_RECEIPT,
            ReminderState.ABANDONED);

    private final Books books;
    private final Changes changes;
    private final Clock clock;

    Settlement(Books books, Changes changes, Clock clock) {
        this.books = books;
        this.changes = changes;
        this.clock = clock;
    }

    void settle(List<Match> matches) {
        if (matches.isEmpty()) {
            return;
        }
        Set<Long> ids =
                matches.stream().map(m -> m.segment().reminderId()).collect(Collectors.toCollection(TreeSet::new));
        List<Standing> reminders = lock(ids);
        books.batch("""
                insert into segment (reminder_id, number, state, smsc, message_id, message_key, error, answered_at, final_at)
                values (:id, :number, :state, :smsc, :messageId, :key, :error, :now, :now)
                on duplicate key update
                  message_id = coalesce(message_id, values(message_id)),
                  message_key = coalesce(message_key, values(message_key)),
                  state = if(final_at is null, values(state), state),
                  error = if(final_at is null, values(error), error),
                  final_at = coalesce(final_at, values(final_at))""", matches.stream().map(this::row).toList());
        follow(ids, reminders);
    }

    /** Lets reminders follow from their segments, where these have been settled while nobody could act on it. */
    void follow(Set<Long> ids) {
        if (!ids.isEmpty()) {
            follow(ids, lock(ids));
        }
    }

    private void follow(Set<Long> ids, List<Standing> reminders) {
        Map<Long, List<SegmentState>> segments = segments(ids);
        reminders.stream()
                .flatMap(r -> follow(r, segments.getOrDefault(r.id(), List.of())).stream())
                .collect(Collectors.groupingBy(Step::way, Collectors.mapping(Step::id, Collectors.toList())))
                .forEach(this::change);
    }

    private List<Standing> lock(Set<Long> ids) {
        return books.sql()
                .query(
                        "select id, state, segments from reminder where id in (:ids) order by id for update",
                        Map.of("ids", ids),
                        (rs, n) -> new Standing(rs.getLong(1), ReminderState.valueOf(rs.getString(2)), rs.getInt(3)));
    }

    private MapSqlParameterSource row(Match match) {
        ReceiptNote note = match.note();
        LocalDateTime now = Utc.of(clock.instant());
        return new MapSqlParameterSource("id", match.segment().reminderId())
                .addValue("number", match.segment().number())
                .addValue("state", note.stat())
                .addValue("smsc", note.smsc())
                .addValue("messageId", note.messageId() == null ? "" : note.messageId())
                .addValue("key", MessageKey.of(note.messageId()))
                .addValue("error", note.errorCode())
                .addValue("now", now);
    }

    private Map<Long, List<SegmentState>> segments(Set<Long> ids) {
        return books
                .sql()
                .query(
                        "select reminder_id, state, error from segment where reminder_id in (:ids)",
                        Map.of("ids", ids),
                        (rs, n) -> new SegmentState(
                                rs.getLong(1), ReminderState.valueOf(rs.getString(2)), rs.getString(3)))
                .stream()
                .collect(Collectors.groupingBy(SegmentState::reminderId));
    }

    /**
     * Where the reminder goes now that its segments stand like this; nowhere while something is still open, or while it is
     * SUBMITTING. What is to be sent again after UNKNOWN, QUEUED or CLAIMED, is not: its fate is known now.
     */
    private static Optional<Step> follow(Standing reminder, List<SegmentState> segments) {
        if (!FOLLOWING.contains(reminder.state())) {
            return Optional.empty();
        }
        List<ReminderState> states = new ArrayList<>();
        segments.forEach(s -> states.add(s.state()));
        return SegmentsVerdict.of(reminder.segments(), states)
                .filter(state -> state != reminder.state())
                .map(state -> new Step(reminder.id(), new Way(reminder.state(), state, error(segments, state))));
    }

    private static String error(List<SegmentState> segments, ReminderState state) {
        return segments.stream()
                .filter(s -> s.state() == state && state != ReminderState.DELIVERED && s.error() != null)
                .map(s -> "err:" + s.error().replaceAll("[^\\x21-\\x7e]", "?"))
                .findFirst()
                .orElse(null);
    }

    private void change(Way way, List<Long> ids) {
        Map<String, Object> values = new HashMap<>();
        values.put("state", way.to().name());
        values.put("reason", way.reason());
        values.put("now", changes.now());
        values.put("ids", ids);
        values.put("from", way.from().name());
        books.update("""
                update reminder set state = :state, reason = :reason, state_at = :now, sent_at = coalesce(sent_at, :now)
                where id in (:ids) and state = :from""", values);
        changes.note(ids, way.from(), way.to(), "receipt", way.reason());
        if (way.to().isFinal()) {
            changes.book(ids, way.from().isFinal());
        }
    }

    /** A receipt and the segment it means. */
    record Match(SegmentRef segment, ReceiptNote note) {}

    private record Standing(long id, ReminderState state, int segments) {}

    private record SegmentState(long reminderId, ReminderState state, String error) {}

    private record Step(long id, Way way) {}

    private record Way(ReminderState from, ReminderState to, String reason) {}
}
