package pl.kurenda.delivery.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdaptiveThrottleTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void whoRefusesEverythingIsGivenHalfAsMuchAfterEachSignAndTheWayBackTakesEqualSteps() {
        AdaptiveThrottle slowdown = new AdaptiveThrottle(120, nanos::get);
        assertThat(slowdown.spacing()).isZero();
        refuseEverything(slowdown);
        assertThat(perSecond(slowdown)).isBetween(60.0, 62.0);
        refuseEverything(slowdown);
        assertThat(perSecond(slowdown)).isBetween(30.0, 33.0);
        nanos.addAndGet(11 * SECOND);
        assertThat(perSecond(slowdown)).isCloseTo(51, within(3.0));
        nanos.addAndGet(36 * SECOND);
        assertThat(slowdown.active()).isFalse();
        assertThat(slowdown.spacing()).isZero();
    }

    @Test
    void oneRefusalAmongManyTakesATenthAndPausesNothing() {
        AdaptiveThrottle slowdown = new AdaptiveThrottle(120, nanos::get);
        nanos.set(5 * SECOND);
        assertThat(slowdown.throttled()).isFalse();
        assertThat(perSecond(slowdown)).isCloseTo(108, within(0.1));
        assertThat(slowdown.notBefore(5 * SECOND + 1)).isEqualTo(5 * SECOND + 1);
        nanos.addAndGet(7 * SECOND);
        assertThat(slowdown.active()).isFalse();
    }

    @Test
    void whatWasOnItsWayTogetherIsOneSign() {
        AdaptiveThrottle slowdown = new AdaptiveThrottle(120, nanos::get);
        for (int n = 0; n < 500; n++) {
            slowdown.throttled();
        }
        assertThat(perSecond(slowdown)).isCloseTo(60, within(0.1));
    }

    @Test
    void whileMostIsRefusedNothingLeavesForASecond() {
        AdaptiveThrottle slowdown = new AdaptiveThrottle(120, nanos::get);
        nanos.set(5 * SECOND);
        while (!slowdown.throttled()) {
            assertThat(slowdown.notBefore(5 * SECOND + 1)).isEqualTo(5 * SECOND + 1);
        }
        assertThat(slowdown.notBefore(5 * SECOND + 1)).isEqualTo(6 * SECOND);
        assertThat(slowdown.notBefore(7 * SECOND)).isEqualTo(7 * SECOND);
        for (int n = 0; n < 16; n++) {
            slowdown.accepted();
        }
        assertThat(slowdown.throttled()).as("not most of them any more").isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // refused out of a hundred, least share of the rate that is still used
        "1,20",
        "5,15",
        "14,10",
        "30,3"
    })
    void whoRefusesAtRandomKeepsBeingUsed(int refused, int least) {
        Random random = new Random(20261126);
        AdaptiveThrottle slowdown = new AdaptiveThrottle(1000, nanos::get);
        int sent = 0;
        long end = nanos.get() + 300 * SECOND;
        while (nanos.get() < end) {
            slowdown.left();
            sent++;
            if (random.nextInt(100) < refused) {
                slowdown.throttled();
            } else {
                slowdown.accepted();
            }
            long turn = nanos.get() + Math.max(SECOND / 1000, slowdown.spacing());
            nanos.set(slowdown.notBefore(turn));
        }
        assertThat(sent / 300 / 10).isGreaterThanOrEqualTo(least);
    }

    @Test
    void whoTakesLessThanTheRateIsGivenWhatItTakesAndLittleMore() {
        int takes = 300;
        AdaptiveThrottle slowdown = new AdaptiveThrottle(1000, nanos::get);
        long second = nanos.get();
        int inSecond = 0;
        int refused = 0;
        int taken = 0;
        while (nanos.get() < 600 * SECOND) {
            if (nanos.get() - second >= SECOND) {
                second = nanos.get();
                inSecond = 0;
            }
            slowdown.left();
            if (inSecond++ < takes) {
                slowdown.accepted();
                taken++;
            } else {
                slowdown.throttled();
                refused++;
            }
            long turn = nanos.get() + Math.max(SECOND / 1000, slowdown.spacing());
            nanos.set(slowdown.notBefore(turn));
        }
        assertThat(taken).isGreaterThan(600 * takes * 80 / 100);
        assertThat(refused).isLessThan(taken / 50);
    }

    @Test
    void withoutARateItStartsFromWhatWasSent() {
        AdaptiveThrottle slowdown = new AdaptiveThrottle(0, nanos::get);
        for (int n = 0; n < 3000; n++) {
            nanos.addAndGet(SECOND / 1000);
            slowdown.left();
        }
        for (int n = 0; n < 500; n++) {
            slowdown.throttled();
        }
        assertThat(perSecond(slowdown)).isCloseTo(500, within(2.0));
        nanos.addAndGet(61 * SECOND);
        assertThat(slowdown.active()).isFalse();
    }

    @Test
    void itNeverStandsStill() {
        AdaptiveThrottle slowdown = new AdaptiveThrottle(4, nanos::get);
        for (int n = 0; n < 20; n++) {
            refuseEverything(slowdown);
        }
        assertThat(perSecond(slowdown)).isBetween(1.0, 2.0);
    }

    private void refuseEverything(AdaptiveThrottle slowdown) {
        for (int n = 0; n < 200; n++) {
            slowdown.throttled();
        }
        nanos.addAndGet(SECOND);
    }

    private static double perSecond(AdaptiveThrottle slowdown) {
        return (double) SECOND / slowdown.spacing();
    }
}
