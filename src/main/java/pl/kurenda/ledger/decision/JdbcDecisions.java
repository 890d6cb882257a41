package pl.kurenda.ledger.decision;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.core.JpaAuditLog;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.ledger.gate.Hold;

/** Carries out decisions in the database, in blocks, so that no transaction grows large. */
@Service
public class JdbcDecisions implements Decisions {
    private static final int BLOCK = 1000;
    private static final Order POLICY = new Order(Decision.RESEND, "policy", "ON_UNKNOWN_RESEND");

    private static final String LONG_UNKNOWN = """
            r.watched = 'UNKNOWN' and r.state_at < :limit and r.not_after > :now and not exists (
              select 1 from history h where h.reminder_id = r.id and h.who = :who and h.reason = :why)""" + " ";

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final DecisionRules rules;
    private final JpaAuditLog audit;
    private final Clock clock;

    public JdbcDecisions(
            LedgerJdbc ledgerJdbc, StateHistory stateHistory, DecisionRules rules, JpaAuditLog audit, Clock clock) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void each(ReminderState state, Consumer<WaitingReminder> consumer) {
        long last = 0;
        List<WaitingReminder> page;
        do {
            page = page(state, last);
            page.forEach(consumer);
            last = page.isEmpty() ? last : page.get(page.size() - 1).id();
        } while (page.size() == BLOCK);
    }

    // The index is named. To sort by id, the optimizer might otherwise read all reminders.
    private List<WaitingReminder> page(ReminderState state, long after) {
        return ledgerJdbc
                .sql()
                .query(
                        """
                        select r.id, r.source, b.filed_name, r.line, r.reference, r.masked_phone, r.amount, r.state_at,
                          if(r.state = 'UNKNOWN' and %s, concat_ws(' ', r.reason, 'RECEIPT_WAITS'), r.reason)
                        from reminder r force index (reminder_watched) straight_join batch b
                          on b.id = r.batch_id and b.state <> 'LOADING'%s
                        where r.watched = :state and r.id > :after
                          and (r.state <> 'HELD' or coalesce(r.reason, '') not in (:holds))
                        order by r.id limit :block""".formatted(DecisionRules.WITNESSED, DecisionRules.WITNESSES),
                        Map.of("state", state.name(), "after", after, "block", BLOCK, "holds", Hold.NAMES),
                        (rs, n) -> new WaitingReminder(
                                rs.getLong(1),
                                rs.getString(2),
                                rs.getString(3),
                                rs.getInt(4),
                                rs.getString(5),
                                rs.getString(6),
                                rs.getLong(7),
                                Utc.instant(rs.getObject(8, LocalDateTime.class)),
                                rs.getString(9)));
    }

    @Override
    public DecisionResult decide(Decision decision, Collection<Long> ids, String who, String why) {
        return decide(new Order(decision, Actor.who(who), Actor.why(why)), ids, true);
    }

    /** Decides as part of a decision about a file, which the audit log records as a whole. */
    DecisionResult decideOfFile(Decision decision, Collection<Long> ids, String who, String why) {
        return decide(new Order(decision, who, why), ids, false);
    }

    private DecisionResult decide(Order order, Collection<Long> ids, boolean noted) {
        Set<Long> asked = new TreeSet<>(ids);
        List<Long> all = List.copyOf(asked);
        List<DecisionResult> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BLOCK) {
            List<Long> block = all.subList(from, Math.min(from + BLOCK, all.size()));
            parts.add(ledgerJdbc.inTransaction(() -> {
                DecisionRules.Sorted sorted = rules.sort(order.decision(), block, asked);
                sorted.done().forEach((state, of) -> move(order, state, of));
                DecisionResult told = sorted.told();
                if (noted) {
                    audit.reminders(order.decision().name(), told.done(), order.who(), order.why());
                }
                return told;
            }));
        }
        return DecisionResult.sum(parts);
    }

    @Override
    public int resendUnknown(Duration unknownFor) {
        int resent = 0;
        int block;
        do {
            block = ledgerJdbc.inTransaction(() -> resendBlock(unknownFor));
            resent += block;
        } while (block == BLOCK);
        return resent;
    }

    /**
     * Selects without locks and checks again under lock, because another node may do the same. Reads the inbox only
     * once.
     */
    private int resendBlock(Duration unknownFor) {
        Map<String, Object> values = new HashMap<>();
        values.put("limit", Utc.of(clock.instant().minus(unknownFor)));
        values.put("now", stateHistory.now());
        values.put("who", POLICY.who());
        values.put("why", POLICY.why());
        values.put("block", BLOCK);
        List<Long> seen = ledgerJdbc
                .sql()
                .queryForList(
                        "select r.id from reminder r" + DecisionRules.WITNESSES + "where " + LONG_UNKNOWN + "and not ("
                                + DecisionRules.WITNESSED + ") limit :block",
                        values,
                        Long.class);
        if (seen.isEmpty()) {
            return 0;
        }
        values.put("seen", seen);
        List<Long> ids = ledgerJdbc
                .sql()
                .queryForList(
                        "select r.id from reminder r where r.id in (:seen) and " + LONG_UNKNOWN
                                + "order by r.id for update",
                        values,
                        Long.class);
        if (!ids.isEmpty()) {
            move(POLICY, ReminderState.UNKNOWN, ids);
        }
        return ids.size();
    }

    private void move(Order order, ReminderState from, Collection<Long> ids) {
        ReminderState to = order.decision().to();
        Map<String, Object> values = Map.of(
                "ids", ids, "from", from.name(), "to", to.name(), "reason", to.name(), "now", stateHistory.now());
        if (order.decision().sends()) {
            queue(values);
        } else {
            ledgerJdbc.update("""
                    update reminder set state = :to, state_at = :now, reason = if(:from = 'UNKNOWN', reason, :reason)
                    where id in (:ids) and state = :from""", values);
        }
        // a claim is not written to the history
        ReminderState told = from == ReminderState.CLAIMED ? ReminderState.QUEUED : from;
        stateHistory.note(ids, told, to, order.who(), order.why());
        if (to.isFinal()) {
            stateHistory.book(ids, false);
        }
    }

    /** Queues without node and fence. A late response to the earlier submit must not count for the next one. */
    private void queue(Map<String, Object> values) {
        ledgerJdbc.update("""
                update reminder set state = :to, state_at = :now, reason = null, fence = 0,
                  not_before = if(:from = 'UNKNOWN', :now, not_before)
                where id in (:ids) and state = :from""", values);
        ledgerJdbc.update("""
                update batch set open = true, receipts_due = null
                where not open and id in (select batch_id from reminder where id in (:ids))""", values);
    }

    private record Order(Decision decision, String who, String why) {}
}
