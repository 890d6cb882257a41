package pl.kurenda.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.camel.smpp.SmppRig;
import pl.kurenda.delivery.account.SmscAccount;
import pl.kurenda.delivery.account.SmscAddress;
import pl.kurenda.delivery.smsc.BindCircuitBreaker;
import pl.kurenda.delivery.smsc.FakeLink;
import pl.kurenda.delivery.smsc.SubmitOutcome;
import pl.kurenda.ledger.dispatch.ClaimedReminder;

/** If the queues are ever mixed up, the account itself refuses reminders that are not its own. */
class SandboxGuardTest {

    @ParameterizedTest
    @CsvSource({
        "plus, false, waste, true",
        "plus, false, waste~sandbox, false",
        "smsc, false, opt-out, true",
        "sandbox, true, waste~sandbox, true",
        "sandbox, true, waste, false",
        "sandbox, false, waste, true",
        "sandbox, false, waste~sandbox, false",
        "smsc, true, waste, true",
        "smsc, true, waste~sandbox, true"
    })
    void anAccountTakesItsOwnKind(String key, boolean simulator, String source, boolean takes) {
        FakeLink link = new FakeLink();
        SmscAccount account = new SmscAccount(
                key, new SmscAddress(key, "127.0.0.1", 1, "a", "b", false, simulator), SmppRig.settings(1, Map.of()));
        assertThat(account.takes(source)).isEqualTo(takes);
        if (!takes) {
            Submitter submitter = new Submitter(
                    account, link, mock(SubmitPermit.class), mock(BindCircuitBreaker.class), Clock.systemUTC());
            SubmitOutcome outcome = submitter
                    .send(new ReminderInFlight(reminder(source)), () -> true, late -> {})
                    .join();
            assertThat(outcome).isEqualTo(new SubmitOutcome.NotSent("SANDBOX_APART", false));
            assertThat(link.submitted).isEmpty();
        }
    }

    private static ClaimedReminder reminder(String source) {
        return new ClaimedReminder(
                1, 1, source, "48500000001", "GMINA", "x", "GSM7", 1, BigDecimal.ONE, Instant.MAX, 0, new HashSet<>());
    }
}
