package pl.kurenda.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SlowdownTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void eachSignHalvesAndTheWayBackTakesEqualSteps() {
        Slowdown slowdown = new Slowdown(120, nanos::get);
        assertThat(slowdown.spacing()).isZero();
        throttled(slowdown);
        assertThat(perSecond(slowdown)).isBetween(60.0, 62.0);
        throttled(slowdown);
        assertThat(perSecond(slowdown)).isBetween(30.0, 33.0);
        nanos.addAndGet(10 * SECOND);
        assertThat(perSecond(slowdown)).isCloseTo(51, within(3.0));
        nanos.addAndGet(36 * SECOND);
        assertThat(slowdown.active()).isFalse();
        assertThat(slowdown.spacing()).isZero();
    }

    @Test
    void whatWasOnItsWayTogetherIsOneSign() {
        Slowdown slowdown = new Slowdown(120, nanos::get);
        for (int n = 0; n < 50; n++) {
            slowdown.throttled();
        }
        assertThat(perSecond(slowdown)).isCloseTo(60, within(0.1));
    }

    @Test
    void nothingLeavesInTheFirstSecond() {
        Slowdown slowdown = new Slowdown(120, nanos::get);
        nanos.set(5 * SECOND);
        slowdown.throttled();
        assertThat(slowdown.notBefore(5 * SECOND + 1)).isEqualTo(6 * SECOND);
        assertThat(slowdown.notBefore(7 * SECOND)).isEqualTo(7 * SECOND);
    }

    @Test
    void withoutARateItStartsFromWhatWasSent() {
        Slowdown slowdown = new Slowdown(0, nanos::get);
        for (int n = 0; n < 3000; n++) {
            nanos.addAndGet(SECOND / 1000);
            slowdown.left();
        }
        slowdown.throttled();
        assertThat(perSecond(slowdown)).isCloseTo(500, within(2.0));
        nanos.addAndGet(60 * SECOND);
        assertThat(slowdown.active()).isFalse();
    }

    @Test
    void itNeverStandsStill() {
        Slowdown slowdown = new Slowdown(4, nanos::get);
        for (int n = 0; n < 20; n++) {
            throttled(slowdown);
        }
        assertThat(perSecond(slowdown)).isBetween(1.0, 2.0);
    }

    private void throttled(Slowdown slowdown) {
        slowdown.throttled();
        nanos.addAndGet(SECOND);
    }

    private static double perSecond(Slowdown slowdown) {
        return (double) SECOND / slowdown.spacing();
    }
}
