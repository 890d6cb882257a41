package pl.kurenda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.kurenda.MovableClock;

class LogThrottleTest {
    private final MovableClock clock = new MovableClock("2026-11-24T10:00:00Z");
    private final LogThrottle complaints = new LogThrottle(clock);

    @Test
    void eachKindIsSaidOnceAMinute() {
        assertThat(complaints.due("wrong password")).isTrue();
        assertThat(complaints.due("wrong password")).as("in the same moment").isFalse();
        assertThat(complaints.due("no route to host")).isTrue();
        clock.advance(Duration.ofSeconds(59));
        assertThat(complaints.due("wrong password")).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(complaints.due("wrong password")).isTrue();
    }
}
