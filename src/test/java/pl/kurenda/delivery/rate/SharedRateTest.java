package pl.kurenda.delivery.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.dispatch.RateBlocks;

/**
 * The rate over all nodes, each with its own threads, sharing a real database. The lower bounds leave room for a busy
 * machine; {@link ClusterRateSlotsTest} has the exact ones.
 */
public class SharedRateTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Long> departures = new ConcurrentLinkedQueue<>();
    private final RateBlocks blocks = new LedgerFixture().rate();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({"1,300", "2,300", "3,300"})
    void noSecondHasMoreThanTheRateAndLittleIsLost(int nodes, int rate) throws Exception {
        long start = System.nanoTime();
        long end = start + 4 * SECOND;
        for (int node = 0; node < nodes; node++) {
            node(rate, start + node * SECOND / 2, end);
        }
        finish();
        assertThat(mostInASecond(departures)).isLessThanOrEqualTo(rate * 102 / 100);
        assertThat(departures).hasSizeGreaterThan(rate * 4 * 85 / 100);
    }

    @Test
    void whenANodeGoesTheOthersHaveAllOfIt() throws Exception {
        long start = System.nanoTime();
        node(200, start, start + SECOND);
        node(200, start, start + 3 * SECOND);
        finish();
        List<Long> afterwards =
                departures.stream().filter(at -> at - start >= 3 * SECOND / 2).toList();
        assertThat(mostInASecond(departures)).isLessThanOrEqualTo(204);
        assertThat(afterwards).hasSizeGreaterThan(255);
    }

    @Test
    void afterAPauseNothingIsMadeUpFor() {
        RateLimiter limiter = limiter(100);
        assertThat(limiter.acquire(() -> true)).isTrue();
        LockSupport.parkNanos(SECOND);
        long first = take(limiter);
        long second = take(limiter);
        assertThat(second - first).isGreaterThan(SECOND / 100 - TimeUnit.MILLISECONDS.toNanos(4));
    }

    @Test
    void whoMayNotGoOnHasNoTurn() {
        assertThat(limiter(1).acquire(() -> false)).isFalse();
    }

    private static long take(RateLimiter limiter) {
        assertThat(limiter.acquire(() -> true)).isTrue();
        return System.nanoTime();
    }

    private void node(int rate, long from, long until) {
        RateLimiter limiter = limiter(rate);
        for (int thread = 0; thread < 5; thread++) {
            threads.execute(() -> {
                LockSupport.parkNanos(from - System.nanoTime());
                while (limiter.acquire(() -> System.nanoTime() - until < 0)) {
                    departures.add(System.nanoTime());
                }
            });
        }
    }

    private RateLimiter limiter(int rate) {
        return new RateLimiter(
                new ClusterRateSlots(blocks, "plus", rate, System::nanoTime),
                new AdaptiveThrottle(rate, System::nanoTime));
    }

    private void finish() throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    public static int mostInASecond(Iterable<Long> times) {
        List<Long> sorted = new ArrayList<>();
        times.forEach(sorted::add);
        sorted.sort(Long::compare);
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (sorted.get(last) - sorted.get(first) >= SECOND) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
