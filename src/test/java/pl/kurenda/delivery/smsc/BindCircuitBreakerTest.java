package pl.kurenda.delivery.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import pl.kurenda.MovableClock;
import pl.kurenda.delivery.LogThrottle;
import pl.kurenda.delivery.account.SmscAddress;
import pl.kurenda.delivery.account.SubmitVerdict;
import pl.kurenda.delivery.rate.AdaptiveThrottle;

@ExtendWith(OutputCaptureExtension.class)
class BindCircuitBreakerTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final MovableClock clock = new MovableClock("2026-11-24T10:00:00Z");
    private final SmscAddress smsc = new SmscAddress("plus", "h", 1, "u", "geheim", false, false);

    @Test
    void aBrokenBindIsLeftAloneAndThenTriedOneByOneUntilItAccepts() {
        BindCircuitBreaker brake = brake(new AdaptiveThrottle(0, nanos::get));
        brake.refused(SubmitVerdict.BIND_BROKEN, "ESME_RINVBNDSTS");
        assertThat(brake.loose()).isFalse();
        pass(Duration.ofSeconds(29));
        assertThat(brake.loose()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(brake.loose()).isTrue();
        assertThat(brake.probing()).isTrue();
        brake.accepted();
        assertThat(brake.probing()).isFalse();
    }

    @Test
    void aBrokenBindIsSaidOnceAMinute(CapturedOutput log) {
        BindCircuitBreaker brake = brake(new AdaptiveThrottle(0, nanos::get));
        for (int second = 0; second < 120; second++) {
            brake.refused(SubmitVerdict.BIND_BROKEN, "ESME_RINVPASWD");
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(log.toString().split("ALARM", -1)).hasSize(3);
        assertThat(log).contains("plus (h:1)").doesNotContain("geheim");
    }

    @Test
    void throttlingSlowsDownAndWhereItIsTheRulePausesASecondOthersDoNothing() {
        AdaptiveThrottle slowdown = new AdaptiveThrottle(100, nanos::get);
        BindCircuitBreaker brake = brake(slowdown);
        brake.refused(SubmitVerdict.FOR_GOOD, "");
        brake.refused(SubmitVerdict.FOR_NOW, "");
        assertThat(brake.loose()).isTrue();
        brake.refused(SubmitVerdict.THROTTLED, "");
        assertThat(brake.loose()).isTrue();
        assertThat(slowdown.active()).isTrue();
        for (int n = 0; n < 16; n++) {
            brake.refused(SubmitVerdict.THROTTLED, "");
        }
        assertThat(brake.loose()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(brake.loose()).isTrue();
    }

    @Test
    void oneStatusAgainAndAgainIsNoFaultOfTheReminders() {
        BindCircuitBreaker brake = brake(new AdaptiveThrottle(0, nanos::get));
        for (int n = 0; n < 20; n++) {
            assertThat(brake.repeated(0x0a)).isFalse();
        }
        assertThat(brake.repeated(0x0a)).isTrue();
        assertThat(brake.repeated(0x48)).as("another").isFalse();
        for (int n = 0; n < 19; n++) {
            brake.repeated(0x48);
        }
        brake.accepted();
        assertThat(brake.repeated(0x48)).as("one was accepted").isFalse();
    }

    private BindCircuitBreaker brake(AdaptiveThrottle slowdown) {
        return new BindCircuitBreaker(smsc, slowdown, new LogThrottle(clock), nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
