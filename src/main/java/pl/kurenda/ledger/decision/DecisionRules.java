package pl.kurenda.ledger.decision;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.batch.DuplicateDebtCheck;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.LockedReminder;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.StateHistory;

/** Checks which reminders a decision may change. Locks them and the other reminders of the same debts. */
@Component
public class DecisionRules {
    /** Joins new receipts to reminders r. They have no index by number, so they are read once for each statement. */
    public static final String WITNESSES = " " + """
            left join (
              select msisdn, max(received_at) received_at from receipt_inbox force index (receipt_inbox_next)
              where state = 'NEW' group by msisdn) w
              on w.msisdn = r.msisdn and w.received_at >= r.state_at - interval 1 day""" + " ";
    /** Selects each reminder r, joined with {@link #WITNESSES}, that a waiting receipt may belong to. */
    public static final String WITNESSED = """
            (w.msisdn is not null or exists (
              select 1 from receipt_inbox u force index (receipt_inbox_unmatched)
              where u.unmatched = r.msisdn and u.received_at >= r.state_at - interval 1 day))""";

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;

    public DecisionRules(LedgerJdbc ledgerJdbc, StateHistory stateHistory) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
    }

    /**
     * Locks the reminders for the rest of the transaction and sorts them.
     *
     * @param block of reminders to sort now
     * @param asked all reminders of the decision
     */
    Sorted sort(Decision decision, Collection<Long> block, Set<Long> asked) {
        Set<Long> loading = notYet(decision, block);
        Set<Long> witnessed = decision == Decision.RESEND ? witnessed(block) : Set.of();
        Map<Long, Set<Long>> siblings = decision == Decision.RELEASE ? siblings(block) : Map.of();
        Set<Long> family = new TreeSet<>(block);
        siblings.values().forEach(family::addAll);
        Map<Long, LockedReminder> locked = LockedReminder.lock(ledgerJdbc, family);
        Sorted sorted = new Sorted();
        for (Long id : block) {
            LockedReminder reminder = locked.get(id);
            if (reminder == null || loading.contains(id) || !decision.from().contains(reminder.state())) {
                sorted.elsewhere().add(id);
            } else if (decision.sends() && !reminder.notAfter().isAfter(stateHistory.now())) {
                sorted.late().add(id);
            } else if (witnessed.contains(id)) {
                sorted.witnessed().add(id);
            } else if (siblings.getOrDefault(id, Set.of()).stream()
                    .anyMatch(other -> standsAgainst(locked.get(other), asked.contains(other)))) {
                sorted.conflicting().add(id);
            } else {
                sorted.done()
                        .computeIfAbsent(reminder.state(), s -> new TreeSet<>())
                        .add(id);
            }
        }
        return sorted;
    }

    /**
     * Returns whether another reminder of the debt was or will be sent. A reminder that is only held is no obstacle.
     */
    private static boolean standsAgainst(LockedReminder other, boolean asked) {
        if (other == null || DuplicateDebtCheck.FREE.contains(other.state())) {
            return false;
        }
        return other.state() != ReminderState.HELD || asked;
    }

    /**
     * Returns reminders that cannot be decided yet. While a file is loading, later rows may change the result.
     * Reminders of a file that the gate holds are not released before the file.
     */
    private Set<Long> notYet(Decision decision, Collection<Long> ids) {
        return new HashSet<>(ledgerJdbc
                .sql()
                .queryForList("""
                        select r.id from reminder r join batch b on b.id = r.batch_id
                        where r.id in (:ids) and (b.state = 'LOADING' or b.state = 'HELD' and :release)""", Map.of("ids", ids, "release", decision == Decision.RELEASE), Long.class));
    }

    /** Returns reminders to whose number an unmatched receipt has come. The receipt may be theirs. */
    private Set<Long> witnessed(Collection<Long> ids) {
        return Set.copyOf(ledgerJdbc
                .sql()
                .queryForList(
                        "select r.id from reminder r" + WITNESSES + "where r.id in (:ids) and " + WITNESSED,
                        Map.of("ids", ids),
                        Long.class));
    }

    /** Finds other reminders of the same debt and stage. Demo files and real files are kept apart. */
    private Map<Long, Set<Long>> siblings(Collection<Long> ids) {
        Map<Long, Set<Long>> siblings = new HashMap<>();
        ledgerJdbc.sql().query("""
                        select own.id, other.id from reminder own
                        straight_join reminder other force index (reminder_debt)
                          on other.debt_key = own.debt_key and other.stage = own.stage and other.id <> own.id
                        straight_join batch b on b.id = own.batch_id
                        straight_join batch ob on ob.id = other.batch_id and ob.demo = b.demo
                        where own.id in (:ids)""", Map.of("ids", ids), rs -> {
            siblings.computeIfAbsent(rs.getLong(1), id -> new HashSet<>()).add(rs.getLong(2));
        });
        return siblings;
    }

    /**
     * The reminders that may be changed, by state, and those that may not.
     *
     * @param done may be changed
     */
    record Sorted(
            Map<ReminderState, Set<Long>> done,
            Set<Long> elsewhere,
            Set<Long> late,
            Set<Long> conflicting,
            Set<Long> witnessed) {
        Sorted() {
            this(
                    new EnumMap<>(ReminderState.class),
                    new TreeSet<>(),
                    new TreeSet<>(),
                    new TreeSet<>(),
                    new TreeSet<>());
        }

        DecisionResult told() {
            List<Long> all =
                    done.values().stream().flatMap(Set::stream).sorted().toList();
            return new DecisionResult(
                    all, List.copyOf(elsewhere), List.copyOf(late), List.copyOf(conflicting), List.copyOf(witnessed));
        }
    }
}
