package pl.kurenda.delivery.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.ledger.dispatch.RateBlocks;

/** Nodes that always have something to send, on a clock that stands still between their steps. */
class ClusterRateSlotsTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long RUN = 60 * SECOND;

    private final Random random = new Random(20261124);
    private long now = Long.MAX_VALUE - SECOND;
    private long freeFrom = now;
    private long slowest;
    private int statements;

    @ParameterizedTest
    @CsvSource({
        // nodes, rate, longest round trip to the database in µs, least share of the rate in per cent
        "1,1,0,98",
        "1,7,3000,98",
        "1,50,3000,98",
        "1,200,3000,98",
        "1,1000,3000,98",
        "1,10000,3000,98",
        "2,1,3000,98",
        "2,7,3000,98",
        "2,200,3000,98",
        "2,1000,3000,98",
        "2,200,10000,98",
        "3,1,3000,98",
        "3,7,3000,98",
        "3,50,3000,98",
        "3,200,3000,98",
        "3,1000,3000,98",
        "3,10000,3000,98",
        "3,200,20000,97"
    })
    void noSecondHasMoreThanTheRateAndAlmostAllOfItIsUsed(int nodes, int rate, long micros, int least) {
        slowest = TimeUnit.MICROSECONDS.toNanos(micros);
        long began = now;
        PriorityQueue<Node> order = new PriorityQueue<>(Comparator.comparingLong(node -> node.turn - began));
        for (int n = 0; n < nodes; n++) {
            order.add(new Node(rate));
        }
        List<Long> departures = new ArrayList<>();
        while (order.peek().turn - began < RUN) {
            Node node = order.poll();
            departures.add(node.turn - began);
            node.step();
            order.add(node);
        }
        assertThat(SharedRateTest.mostInASecond(departures)).isLessThanOrEqualTo(rate);
        assertThat(departures.size() * 100L).isGreaterThanOrEqualTo((long) least * rate * 60);
        assertThat(statements).isLessThan(4 * 60 + 20 * nodes);
    }

    @Test
    void aDatabaseThatIsTooSlowIsSaid() {
        slowest = 10 * SECOND;
        ClusterRateSlots turns =
                new ClusterRateSlots((smsc, length) -> after(9 * SECOND, Duration.ZERO), "plus", 1000, () -> now);
        assertThatThrownBy(() -> turns.notBefore(now)).isInstanceOf(IllegalStateException.class);
    }

    private Duration after(long nanos, Duration answer) {
        now += nanos;
        return answer;
    }

    /** Reserves as the database does, at some moment between call and return. */
    private Duration reserve(long length) {
        statements++;
        long there = (long) (random.nextDouble() * slowest / 2);
        long back = (long) (random.nextDouble() * slowest / 2);
        now += there;
        long begins = freeFrom - now > 0 ? freeFrom : now;
        freeFrom = begins + length;
        Duration wait = Duration.ofNanos(begins - now);
        now += back;
        return wait;
    }

    private final class Node {
        private final ClusterRateSlots turns;
        private long turn;

        Node(int rate) {
            RateBlocks blocks = (smsc, length) -> reserve(length.toNanos());
            turns = new ClusterRateSlots(blocks, "plus", rate, () -> now);
            turn = turns.notBefore(now);
        }

        /** Sends, and finds the node's next turn. */
        void step() {
            now = turn - now > 0 ? turn : now;
            turn = turns.notBefore(turn + turns.spacing());
        }
    }
}
