package pl.kurenda.ledger.dispatch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.CounterJournal;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.LockedReminder;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.SmscIdentity;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.Transition;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.ledger.receipt.MessageKey;
import pl.kurenda.ledger.receipt.ReceiptSettlement;

/** Records the results of submits: segments one by one, reminders in groups with the same change of state. */
@Component
public class SubmitResults {
    private static final Logger LOG = LoggerFactory.getLogger(SubmitResults.class);

    // The driver sends a plain insert of many rows as one packet, but not one with "on duplicate key".
    private static final String NEW_SEGMENT = """
            insert into segment (reminder_id, number, state, smsc, message_id, message_key, command_status, error,
              answered_at, final_at, price)
            values (:id, :number, :state, :smsc, :messageId, :key, :status, :error, :at, :finalAt, :price)
            """;
    /**
     * Keeps the id of an earlier try until a later try gets another one, because a receipt may name it. Time and price
     * of the first acceptance are kept because they are billed. They are assigned before the id because they depend on
     * it.
     */
    private static final String KNOWN_SEGMENT = """
            on duplicate key update
              state = if(final_at is null and (message_id is null or values(message_id) is not null), values(state), state),
              smsc = if(message_id is null or values(message_id) is not null, values(smsc), smsc),
              message_key = if(values(message_id) is null, message_key, values(message_key)),
              answered_at = if(message_id is null, values(answered_at), answered_at),
              price = if(message_id is null, values(price), price),
              message_id = coalesce(values(message_id), message_id),
              command_status = values(command_status), error = values(error),
              final_at = coalesce(final_at, values(final_at))
            """;

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final NodeLease lease;
    private final SmscIdentity smsc;
    private final ReceiptSettlement receiptSettlement;

    public SubmitResults(
            LedgerJdbc ledgerJdbc,
            StateHistory stateHistory,
            NodeLease lease,
            SmscIdentity smsc,
            ReceiptSettlement receiptSettlement) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
        this.lease = lease;
        this.smsc = smsc;
        this.receiptSettlement = receiptSettlement;
    }

    /**
     * Records several reports of one reminder one after the other: the row that a late response updates must exist
     * first.
     */
    void record(List<SubmitReport> reports) {
        if (reports.stream().noneMatch(SubmitReport::late)) {
            recordEach(reports, true);
            return;
        }
        Map<Long, Deque<SubmitReport>> byReminder = new LinkedHashMap<>();
        reports.stream()
                .sorted(Comparator.comparing(SubmitReport::late))
                .forEach(r -> byReminder
                        .computeIfAbsent(r.reminderId(), id -> new ArrayDeque<>())
                        .add(r));
        while (!byReminder.isEmpty()) {
            recordEach(byReminder.values().stream().map(Deque::poll).toList(), true);
            byReminder.values().removeIf(Deque::isEmpty);
        }
    }

    /** Records one report after its block failed. Makes no assumption about segments that are already stored. */
    void recordAlone(SubmitReport report) {
        recordEach(List.of(report), false);
    }

    /** Records one report for each reminder. */
    private void recordEach(List<SubmitReport> reports, boolean trusting) {
        Map<Long, LockedReminder> locked = LockedReminder.lock(ledgerJdbc, ids(reports));
        List<SubmitReport> ours = reports.stream()
                .filter(r -> waits(locked.get(r.reminderId()), r))
                .toList();
        ours.stream()
                .collect(Collectors.groupingBy(r -> new Step(
                        new Transition(locked.get(r.reminderId()).state(), r.state(), r.reason()),
                        r.notBefore(),
                        r.unsent())))
                .forEach((step, group) -> change(step, group, locked));
        // all reports: a response too late for its reminder may still have the id that a receipt will name
        Map<Boolean, List<SubmitReport>> byTry = reports.stream()
                .collect(Collectors.partitioningBy(r -> trusting && isFirst(locked.get(r.reminderId()), r)));
        ledgerJdbc.batch(NEW_SEGMENT, rows(byTry.get(true), locked));
        ledgerJdbc.batch(NEW_SEGMENT + KNOWN_SEGMENT, rows(byTry.get(false), locked));
        stateHistory.book(ids(ours.stream().filter(r -> r.state().isFinal()).toList()), false);
        // a receipt or a late response may have come before it could be used
        receiptSettlement.follow(reports.stream()
                .filter(r -> locked.containsKey(r.reminderId()))
                .filter(r -> r.state() == ReminderState.UNKNOWN
                        || locked.get(r.reminderId()).attempts() > 1)
                .map(SubmitReport::reminderId)
                .collect(Collectors.toCollection(TreeSet::new)));
        if (ours.size() < reports.size()) {
            LOG.warn("{} answers came for reminders that have been settled meanwhile", reports.size() - ours.size());
        }
    }

    /** Whether the reminder still waits for this response. */
    private boolean waits(LockedReminder reminder, SubmitReport report) {
        return reminder != null
                && (reminder.state() == ReminderState.UNKNOWN
                        || reminder.state() == ReminderState.SUBMITTING && !report.late())
                && reminder.fence() == report.fence();
    }

    private void change(Step step, List<SubmitReport> reports, Map<Long, LockedReminder> locked) {
        Transition way = step.transition();
        List<Long> ids = ids(reports);
        Map<Long, CounterJournal.Counted> counted = new LinkedHashMap<>();
        ids.forEach(id -> counted.put(id, locked.get(id).counted()));
        Map<String, Object> values = new HashMap<>();
        values.put("from", way.from().name());
        values.put("state", way.to().name());
        values.put("reason", way.reason());
        values.put("notBefore", step.notBefore() == null ? null : Utc.of(step.notBefore()));
        values.put("sentAt", sentAt(reports));
        values.put("now", stateHistory.now());
        values.put("ids", ids);
        values.put("tries", step.unsent() ? 1 : 0);
        stateHistory.leave(counted, way.from(), way.to(), lease.identity().name(), way.reason());
        ledgerJdbc.update("""
                update reminder set state = :state, reason = :reason, state_at = :now,
                  attempts = attempts - :tries, not_before = coalesce(:notBefore, not_before), sent_at = coalesce(:sentAt, sent_at),
                  room = if(sent_at is null, room, null)
                where id in (:ids) and state = :from""", values);
    }

    private static LocalDateTime sentAt(List<SubmitReport> reports) {
        return reports.stream()
                .flatMap(r -> r.segments().stream())
                .filter(s -> s.messageId() != null)
                .map(SegmentOutcome::at)
                .max(Instant::compareTo)
                .map(Utc::of)
                .orElse(null);
    }

    /** Whether no segment of it can be stored yet, neither by an earlier try nor by a response after the time-out. */
    private static boolean isFirst(LockedReminder reminder, SubmitReport report) {
        return reminder != null
                && reminder.state() == ReminderState.SUBMITTING
                && reminder.attempts() == 1
                && report.state() != ReminderState.UNKNOWN
                && !report.late();
    }

    private List<MapSqlParameterSource> rows(List<SubmitReport> reports, Map<Long, LockedReminder> locked) {
        LocalDateTime midnight = stateHistory.midnight();
        return reports.stream()
                .flatMap(r -> r.segments().stream()
                        .filter(s -> !s.unsent())
                        .map(s -> row(r, s, midnight, locked.get(r.reminderId()))))
                .toList();
    }

    /** Dates a response recorded after midnight to the new day: the bill of the old day may already be written. */
    private MapSqlParameterSource row(
            SubmitReport report, SegmentOutcome segment, LocalDateTime midnight, LockedReminder reminder) {
        String account = report.smsc() == null ? smsc.name() : report.smsc();
        String source = reminder == null ? null : reminder.counted().source();
        LocalDateTime at = Utc.of(segment.at());
        return new MapSqlParameterSource("id", report.reminderId())
                .addValue("number", segment.number())
                .addValue("state", segment.state().name())
                .addValue("smsc", account)
                .addValue("messageId", segment.messageId())
                .addValue("price", receiptSettlement.price(source, account, segment.messageId()))
                .addValue("key", MessageKey.of(segment.messageId()))
                .addValue("status", segment.commandStatus())
                .addValue("error", segment.error())
                .addValue("at", at.isBefore(midnight) ? midnight : at)
                .addValue("finalAt", segment.state().isFinal() ? at : null);
    }

    private static List<Long> ids(List<SubmitReport> reports) {
        return reports.stream().map(SubmitReport::reminderId).toList();
    }

    /** What a group of reminders has in common. */
    private record Step(Transition transition, Instant notBefore, boolean unsent) {}
}
