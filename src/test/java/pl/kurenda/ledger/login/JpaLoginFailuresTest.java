package pl.kurenda.ledger.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.ServiceFixture;

class JpaLoginFailuresTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final LedgerFixture ledger = new LedgerFixture();
    private final LoginFailures one = ServiceFixture.loginFailures(ledger);
    private final LoginFailures other = ServiceFixture.loginFailures(ledger);

    @Test
    void oneQuestionTellsOfSeveralAndALoginIsKnownForSomeWeeks() {
        one.failed("ewa", 0, LONGEST);
        one.failed("a", 0, LONGEST);
        assertThat(other.locked(java.util.List.of("ewa", "jan", "a")))
                .containsOnlyKeys("ewa", "a")
                .containsEntry("ewa", Duration.ofSeconds(1));
        assertThat(other.known("ewa")).isFalse();
        one.succeeded("ewa");
        assertThat(other.known("ewa")).isTrue();
        assertThat(other.known("a")).isFalse();
        ledger.clock().advance(Duration.ofDays(31));
        assertThat(other.known("ewa")).isFalse();
        one.succeeded("jan");
        assertThat(ledger.count("login_known")).as("old ones are removed").isOne();
    }

    @Test
    void thePauseDoublesUpToTheLongestForAllNodesAndIsForgotten() {
        for (int i = 0; i < 3; i++) {
            one.failed("ewa", 3, LONGEST);
            assertThat(other.locked("ewa")).isZero();
        }
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            one.failed("ewa", 3, LONGEST);
            assertThat(other.locked("ewa")).isEqualTo(Duration.ofSeconds(seconds));
        }
        assertThat(one.locked("jan")).isZero();
        ledger.clock().advance(Duration.ofSeconds(60));
        assertThat(one.locked("ewa")).isZero();
        other.failed("ewa", 3, LONGEST);
        assertThat(one.locked("ewa")).as("it is not begun anew at once").isEqualTo(LONGEST);
        ledger.clock().advance(Duration.ofSeconds(121));
        one.failed("ewa", 3, LONGEST);
        assertThat(one.locked("ewa")).as("it is after a while").isZero();
        for (int i = 0; i < 5; i++) {
            one.failed("ewa", 3, LONGEST);
        }
        one.succeeded("ewa");
        assertThat(other.locked("ewa")).isZero();
        assertThat(ledger.count("login_failure")).isZero();
        ledger.clock().advance(Duration.ofDays(2));
        one.failed("jan", 3, LONGEST);
        ledger.clock().advance(Duration.ofDays(2));
        one.failed("ewa", 3, LONGEST);
        assertThat(ledger.count("login_failure")).as("old ones are removed").isOne();
    }
}
