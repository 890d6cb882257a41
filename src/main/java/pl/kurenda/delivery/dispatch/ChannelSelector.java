package pl.kurenda.delivery.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Selects the account that sends next. Accounts of the best priority send as long as one of them is usable. The next
 * priority helps out while they are down, paused or slowed, but not when they are merely busy, because a second
 * operator may cost more. Within a priority, accounts that have free places share the traffic by weight. Not
 * thread-safe.
 *
 * @param <T> the accounts
 */
final class ChannelSelector<T extends ChannelSelector.Candidate> {
    private final Map<Integer, List<T>> byPriority;
    /** How far each account is behind its share, in segments × weight. */
    private final Map<T, Long> credit = new HashMap<>();

    private List<T> rivals = List.of();

    ChannelSelector(List<T> all) {
        byPriority = all.stream().collect(Collectors.groupingBy(T::priority, TreeMap::new, Collectors.toList()));
    }

    boolean noneUsable() {
        return byPriority.values().stream().flatMap(List::stream).noneMatch(T::usable);
    }

    /** The account whose turn it is, if one has free places. */
    Optional<T> pick() {
        for (List<T> group : byPriority.values()) {
            List<T> usable = group.stream().filter(T::usable).toList();
            rivals = usable.stream().filter(lane -> lane.places() > 0).toList();
            if (!rivals.isEmpty()) {
                return Optional.of(mostCredit());
            }
            if (usable.stream().anyMatch(lane -> !lane.slowed())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private T mostCredit() {
        List<T> order = new ArrayList<>(rivals);
        order.sort((a, b) -> Long.compare(credit(b) + b.weight(), credit(a) + a.weight()));
        return order.get(0);
    }

    private long credit(T lane) {
        return credit.getOrDefault(lane, 0L);
    }

    /** Records how much the account picked last was given. Accounts that had no free place earn no credit. */
    void given(T picked, int count) {
        long total = 0;
        for (T rival : rivals) {
            credit.merge(rival, (long) count * rival.weight(), Long::sum);
            total += rival.weight();
        }
        credit.merge(picked, -count * total, Long::sum);
    }

    /** An account that may be chosen. */
    interface Candidate {
        /** Accounts with the lowest number are used first. */
        int priority();

        /** 1 to 100. */
        int weight();

        /** Whether it is bound and not paused. */
        boolean usable();

        /** Whether it sends more slowly than its configured rate. */
        boolean slowed();

        /** How many reminders it can take now. */
        int places();
    }
}
