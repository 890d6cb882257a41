package pl.kurenda.e2e;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How fast things came. */
final class ArrivalRates {
    private ArrivalRates() {}

    /** The most of these moments, by {@link System#nanoTime()}, within any second. */
    static int mostInASecond(Collection<Long> moments) {
        List<Long> sorted = moments.stream().sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (sorted.get(last) - sorted.get(first) >= TimeUnit.SECONDS.toNanos(1)) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
