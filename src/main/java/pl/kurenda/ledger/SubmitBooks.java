package pl.kurenda.ledger;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

/** Records what became of submits: the segments one by one, the reminders in groups that went the same way. */
@Component
class SubmitBooks {
    private static final Logger LOG = LoggerFactory.getLogger(SubmitBooks.class);

    private final Books books;
    private final Changes changes;
    private final NodeLease lease;
    private final SmscIdentity smsc;

    SubmitBooks(Books books, Changes changes, NodeLease lease, SmscIdentity smsc) {
        this.books = books;
        this.changes = changes;
        this.lease = lease;
        this.smsc = smsc;
    }

    void record(List<SubmitReport> reports) {
        lock(reports);
        reports.stream()
                .collect(Collectors.groupingBy(r -> new Way(r.fence(), r.state(), r.reason(), r.notBefore())))
                .forEach(this::change);
        segments(reports);
        List<Long> done = reports.stream()
                .filter(r -> r.state().isFinal())
                .map(SubmitReport::reminderId)
                .toList();
        changes.book(done, false);
    }

    /** In the order of their ids, like everybody who locks reminders: no deadlock with a receipt. */
    private void lock(List<SubmitReport> reports) {
        books.sql()
                .queryForList(
                        "select id from reminder where id in (:ids) order by id for update",
                        Map.of("ids", ids(reports)),
                        Long.class);
    }

    private void change(Way way, List<SubmitReport> reports) {
        List<Long> ids = ids(reports);
        Map<String, Object> values = new HashMap<>();
        values.put("state", way.state().name());
        values.put("reason", way.reason());
        values.put("notBefore", way.notBefore() == null ? null : Utc.of(way.notBefore()));
        values.put("sentAt", sentAt(reports));
        values.put("now", changes.now());
        values.put("node", lease.identity().name());
        values.put("fence", way.fence());
        values.put("ids", ids);
        int changed = books.update("""
                update reminder set state = :state, reason = :reason, state_at = :now,
                  not_before = coalesce(:notBefore, not_before), sent_at = coalesce(:sentAt, sent_at)
                where id in (:ids) and state in ('SUBMITTING', 'UNKNOWN') and node = :node and fence = :fence""", values);
        Set<Long> passed = new HashSet<>(ids);
        if (changed != ids.size()) {
            passed.retainAll(changes.lockIn(ids, way.state()));
            LOG.warn("{} answers came for reminders that have been settled meanwhile", ids.size() - passed.size());
        }
        changes.note(
                passed, ReminderState.SUBMITTING, way.state(), lease.identity().name(), way.reason());
    }

    private static LocalDateTime sentAt(List<SubmitReport> reports) {
        return reports.stream()
                .flatMap(r -> r.segments().stream())
                .filter(s -> s.messageId() != null)
                .map(SegmentAnswer::at)
                .max(Instant::compareTo)
                .map(Utc::of)
                .orElse(null);
    }

    private void segments(List<SubmitReport> reports) {
        books.batch(
                """
                insert into segment (reminder_id, number, state, smsc, message_id, message_key, command_status, error,
                  answered_at, final_at)
                values (:id, :number, :state, :smsc, :messageId, :key, :status, :error, :at, :finalAt)
                on duplicate key update state = if(final_at is null, values(state), state), smsc = values(smsc), message_id = values(message_id),
                  message_key = values(message_key), command_status = values(command_status), error = values(error),
                  answered_at = values(answered_at), final_at = coalesce(final_at, values(final_at))""",
                reports.stream()
                        .flatMap(r -> r.segments().stream().map(s -> row(r.reminderId(), s)))
                        .toList());
    }

    private MapSqlParameterSource row(long reminderId, SegmentAnswer segment) {
        LocalDateTime at = Utc.of(segment.at());
        return new MapSqlParameterSource("id", reminderId)
                .addValue("number", segment.number())
                .addValue("state", segment.state().name())
                .addValue("smsc", smsc.name())
                .addValue("messageId", segment.messageId())
                .addValue("key", MessageKey.of(segment.messageId()))
                .addValue("status", segment.commandStatus())
                .addValue("error", segment.error())
                .addValue("at", at)
                .addValue("finalAt", segment.state().isFinal() ? at : null);
    }

    private static List<Long> ids(List<SubmitReport> reports) {
        return reports.stream()
                .map(SubmitReport::reminderId)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Where a group of reminders goes. */
    private record Way(long fence, ReminderState state, String reason, Instant notBefore) {}
}
