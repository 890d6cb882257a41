package pl.kurenda.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import pl.kurenda.MovableClock;
import pl.kurenda.delivery.rate.AdaptiveThrottle;
import pl.kurenda.delivery.rate.RateLimiter;
import pl.kurenda.delivery.rate.RateSlots;
import pl.kurenda.delivery.smsc.SubmitOutcome;
import pl.kurenda.delivery.window.SendWindows;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.core.SmscIdentity;
import pl.kurenda.ledger.dispatch.ClaimedReminder;

/** What may leave, and how long the SMSC may try. The office is an hour ahead of UTC. */
class SubmitPermitTest {
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T07:00:00Z,PT12H,from the opening to the end of the window",
        "2026-11-24T18:30:00Z,PT30M,to the end of the window",
        "2026-11-24T18:55:00Z,PT5M,the last that is worth it",
        "2026-11-24T18:55:01Z,,seconds before the end",
        "2026-11-24T19:00:00Z,,closed",
        "2026-11-24T06:59:59Z,,not open yet",
        "2026-11-28T18:00:00Z,PT1H,Saturday",
        "2026-11-29T12:00:00Z,,Sunday",
        "2026-11-11T12:00:00Z,,a public holiday",
        "2026-12-24T12:00:00Z,,Christmas Eve"
    })
    void outsideTheDemoReminderLeavesFromMondayToSaturdayAndIsValidToTheEndOfTheWindow(
            String now, Duration validity, String why) {
        SubmitPermit.Leave leave = departures(now, false).leave(reminder("2027-01-01T00:00:00Z"), DAY, () -> true);
        assertThat(leave.validity()).as(why).isEqualTo(validity);
        if (validity == null) {
            assertThat(leave.refusal()).isEqualTo(new SubmitOutcome.NotSent("WINDOW_CLOSED", false));
        }
    }

    @Test
    void inTheDemoItAlwaysMay() {
        SubmitPermit.Leave leave =
                departures("2026-11-29T02:00:00Z", true).leave(reminder("2027-01-01T00:00:00Z"), DAY, () -> true);
        assertThat(leave.validity()).isEqualTo(DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00:00Z,PT2H",
        "2026-11-24T08:01:00Z,PT5M",
        "2026-11-24T07:59:59Z,",
    })
    void whatIsNoLongerWorthSendingIsNotSentAndNotDelivered(String notAfter, Duration validity) {
        SubmitPermit.Leave leave = departures("2026-11-24T08:00:00Z", false).leave(reminder(notAfter), DAY, () -> true);
        assertThat(leave.validity()).isEqualTo(validity);
        if (validity == null) {
            assertThat(leave.refusal()).isEqualTo(new SubmitOutcome.NotSent("NOT_SENT_IN_TIME", false));
        }
    }

    @Test
    void aShortValidityNeedsNoMoreThanItself() {
        SubmitPermit.Leave leave = departures("2026-11-24T18:58:00Z", false)
                .leave(reminder("2027-01-01T00:00:00Z"), Duration.ofMinutes(1), () -> true);
        assertThat(leave.validity()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void afterChristmasItIsStillWorthSending() {
        MovableClock clock = new MovableClock("2026-12-23T21:00:00Z");
        SendWindows windows = new SendWindows(new MockEnvironment(), new SmscIdentity("plus", false), clock);
        assertThat(windows.next("waste", clock.instant())).isEqualTo("2026-12-28T07:00:00Z");
        assertThat(windows.next("waste", Instant.parse("2026-12-28T10:00:00Z"))).isEqualTo("2026-12-28T10:00:00Z");
    }

    private static SubmitPermit departures(String now, boolean demo) {
        MovableClock clock = new MovableClock(now);
        NodeLease lease = mock(NodeLease.class);
        when(lease.valid()).thenReturn(true);
        return new SubmitPermit(
                new RateLimiter(RateSlots.FREE, new AdaptiveThrottle(0, System::nanoTime)),
                lease,
                new SendWindows(new MockEnvironment(), new SmscIdentity("plus", demo), clock),
                clock);
    }

    private static ClaimedReminder reminder(String notAfter) {
        return new ClaimedReminder(
                1,
                1,
                "waste",
                "48501234567",
                "GMINA",
                "x",
                "GSM7",
                1,
                BigDecimal.ONE,
                Instant.parse(notAfter),
                0,
                Set.of());
    }
}
