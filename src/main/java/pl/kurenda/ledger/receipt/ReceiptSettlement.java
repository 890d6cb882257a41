package pl.kurenda.ledger.receipt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.LockedReminder;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.SegmentPrices;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.Transition;
import pl.kurenda.ledger.inbox.DeliveryReceipt;

/** Writes receipts to their segments and derives the state of each reminder from its segments. */
@Component
public class ReceiptSettlement {
    private static final Set<ReminderState> FOLLOWING = EnumSet.of(
            ReminderState.QUEUED,
            ReminderState.CLAIMED,
            ReminderState.ENROUTE,
            ReminderState.UNKNOWN,
            ReminderState.NO_RECEIPT,
            ReminderState.ABANDONED);

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final SegmentPrices prices;

    /** @param prices if empty, segments cost what the intake calculated */
    public ReceiptSettlement(LedgerJdbc ledgerJdbc, StateHistory stateHistory, Optional<SegmentPrices> prices) {
        this.prices = prices.orElse((source, smsc) -> null);
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
    }

    /**
     * Returns the price of a segment at the SMSC that accepted it. Null if it was not accepted, or if the price that
     * the intake calculated applies.
     */
    public BigDecimal price(String source, String smsc, String messageId) {
        return source == null || messageId == null ? null : prices.of(source, smsc);
    }

    void settle(List<Match> matches) {
        if (matches.isEmpty()) {
            return;
        }
        Set<Long> ids =
                matches.stream().map(m -> m.segment().reminderId()).collect(Collectors.toCollection(TreeSet::new));
        Collection<LockedReminder> reminders =
                LockedReminder.lock(ledgerJdbc, ids).values();
        close(matches.stream().filter(Match::stored).toList());
        Map<Long, String> sources = new HashMap<>();
        reminders.forEach(r -> sources.put(r.id(), r.counted().source()));
        add(matches.stream().filter(m -> !m.stored()).toList(), sources);
        follow(ids, reminders);
    }

    /** Updates reminders whose segments were settled while the reminder could not change. */
    public void follow(Set<Long> ids) {
        if (!ids.isEmpty()) {
            follow(ids, LockedReminder.lock(ledgerJdbc, ids).values());
        }
    }

    private void follow(Set<Long> ids, Collection<LockedReminder> reminders) {
        Map<Long, List<SegmentState>> segments = segments(ids);
        reminders.stream()
                .flatMap(r -> follow(r, segments.getOrDefault(r.id(), List.of())).stream())
                .collect(Collectors.groupingBy(Step::transition))
                .forEach(this::change);
    }

    /**
     * Closes segments with a recorded submit response, with one statement for each kind of end. The first receipt
     * counts.
     */
    private void close(List<Match> matches) {
        matches.stream()
                .collect(Collectors.groupingBy(End::of, LinkedHashMap::new, Collectors.toList()))
                .forEach((end, ended) -> {
                    Map<String, Object> values = new HashMap<>();
                    values.put("state", end.state());
                    values.put("error", end.error());
                    values.put("now", stateHistory.now());
                    values.put("number", end.number());
                    values.put(
                            "ids",
                            ended.stream().map(m -> m.segment().reminderId()).toList());
                    ledgerJdbc.update("""
                    update segment set state = :state, error = :error, final_at = :now, room = null
                    where reminder_id in (:ids) and number = :number and final_at is null""", values);
                });
    }

    /**
     * Adds segments that are known to be sent only from their receipt. They are billed on the day of the receipt,
     * because the bill of the day of the missing response is already written. MariaDB assigns from left to right, so
     * answered_at must come before message_id, which it checks.
     */
    private void add(List<Match> matches, Map<Long, String> sources) {
        ledgerJdbc.batch(
                """
                insert into segment (reminder_id, number, state, smsc, message_id, message_key, error, answered_at, final_at,
                  price)
                values (:id, :number, :state, :smsc, :messageId, :key, :error, :now, :now, :price)
                on duplicate key update
                  price = if(message_id is null, values(price), price),
                  answered_at = if(message_id is null, values(answered_at), answered_at),
                  message_id = coalesce(message_id, values(message_id)),
                  message_key = coalesce(message_key, values(message_key)),
                  state = if(final_at is null, values(state), state),
                  error = if(final_at is null, values(error), error),
                  final_at = coalesce(final_at, values(final_at))""",
                matches.stream()
                        .map(match -> row(match, sources.get(match.segment().reminderId())))
                        .toList());
    }

    private MapSqlParameterSource row(Match match, String source) {
        DeliveryReceipt note = match.note();
        return new MapSqlParameterSource("id", match.segment().reminderId())
                .addValue("number", match.segment().number())
                .addValue("state", note.stat())
                .addValue("smsc", note.smsc())
                .addValue("messageId", note.messageId() == null ? "" : note.messageId())
                .addValue("key", MessageKey.of(note.messageId()))
                .addValue("error", End.of(match).error())
                .addValue("price", price(source, note.smsc(), ""))
                .addValue("now", stateHistory.now());
    }

    // The key is named because statistics lag while the table grows. The optimizer would otherwise read the whole table
    // for each block.
    private Map<Long, List<SegmentState>> segments(Set<Long> ids) {
        return ledgerJdbc
                .sql()
                .query(
                        "select " + SegmentState.COLUMNS
                                + " from segment force index (primary) where reminder_id in (:ids)",
                        Map.of("ids", ids),
                        (rs, n) -> SegmentState.of(rs))
                .stream()
                .collect(Collectors.groupingBy(SegmentState::reminderId));
    }

    /**
     * Derives the next state of a reminder from its segments. Empty while a segment is still open or the reminder is
     * SUBMITTING. An UNKNOWN reminder that is QUEUED or CLAIMED for another send is not sent again, because its outcome
     * is now known.
     */
    private static Optional<Step> follow(LockedReminder reminder, List<SegmentState> segments) {
        if (!FOLLOWING.contains(reminder.state())) {
            return Optional.empty();
        }
        List<ReminderState> states = new ArrayList<>();
        segments.forEach(s -> states.add(s.state()));
        return SegmentsVerdict.of(reminder.segments(), states)
                .filter(state -> state.isFinal() || !reminder.state().isFinal())
                .filter(state -> state != reminder.state())
                .map(state -> new Step(
                        reminder, accepted(segments), new Transition(reminder.state(), state, error(segments, state))));
    }

    private static List<SegmentState> accepted(List<SegmentState> segments) {
        return segments.stream().filter(SegmentState::accepted).toList();
    }

    private static String error(List<SegmentState> segments, ReminderState state) {
        return segments.stream()
                .filter(s -> s.state() == state && state != ReminderState.DELIVERED && s.error() != null)
                .map(s -> "err:" + s.error().replaceAll("[^\\x21-\\x7e]", "?"))
                .findFirst()
                .orElse(null);
    }

    private void change(Transition transition, List<Step> steps) {
        List<Long> ids = steps.stream().map(step -> step.reminder().id()).toList();
        Map<String, Object> values = new HashMap<>();
        values.put("state", transition.to().name());
        values.put("reason", transition.reason());
        values.put("now", stateHistory.now());
        values.put("ids", ids);
        values.put("from", transition.from().name());
        if (transition.to().isFinal()) {
            stateHistory.book(steps.stream().map(Step::outcome).toList());
        } else {
            stateHistory.leave(ids, transition.to(), "receipt", transition.reason());
        }
        ledgerJdbc.update("""
                update reminder set state = :state, reason = :reason, state_at = :now, sent_at = coalesce(sent_at, :now)
                where id in (:ids) and state = :from""", values);
    }

    /**
     * A receipt and its segment.
     *
     * @param stored whether the response to the submit of that segment has been recorded
     */
    record Match(SegmentRef segment, DeliveryReceipt note, boolean stored) {}

    /** How a segment ends. An error code of zeros means no error. */
    private record End(int number, String state, String error) {
        static End of(Match match) {
            String error = match.note().errorCode();
            return new End(
                    match.segment().number(), match.note().stat(), error == null || error.matches("0*") ? null : error);
        }
    }

    private record Step(LockedReminder reminder, List<SegmentState> accepted, Transition transition) {
        StateHistory.Outcome outcome() {
            BigDecimal reckoned =
                    reminder.cost().divide(BigDecimal.valueOf(reminder.segments()), 8, RoundingMode.HALF_UP);
            BigDecimal cost = accepted.stream()
                    .map(segment -> segment.cost(reckoned))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .setScale(4, RoundingMode.HALF_UP);
            return new StateHistory.Outcome(reminder, transition, accepted.size(), cost);
        }
    }

    private record Way(ReminderState from, ReminderState to, String reason) {}
}
