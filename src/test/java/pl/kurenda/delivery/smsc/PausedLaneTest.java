package pl.kurenda.delivery.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import pl.kurenda.delivery.LogThrottle;
import pl.kurenda.delivery.account.SmscAccount;
import pl.kurenda.delivery.account.SmscAddress;
import pl.kurenda.delivery.dispatch.SmscChannel;
import pl.kurenda.delivery.rate.AdaptiveThrottle;
import pl.kurenda.delivery.receipt.MessageIdNotationTest.Settings;

/** An account that a person has taken out of use. */
class PausedLaneTest {

    @Test
    void isNotUsedUntilItIsResumedAndSaysSo() {
        SmscAddress address = new SmscAddress("plus", "smsc.example", 2775, "u", "p", false, false);
        SmscAccount account = new SmscAccount("plus", address, Settings.smsc("window", "5"));
        AdaptiveThrottle slowdown = new AdaptiveThrottle(0, System::nanoTime);
        BindCircuitBreaker brake =
                new BindCircuitBreaker(address, slowdown, new LogThrottle(Clock.systemUTC()), System::nanoTime);
        NoResponseBreaker link =
                new NoResponseBreaker(new FakeLink(), account, new LogThrottle(Clock.systemUTC()), System::nanoTime);
        SmscChannel lane = new SmscChannel(account, link, null, null, brake, slowdown);
        assertThat(lane.condition()).isEqualTo(new SmscCondition("plus", address.toString(), true, "bound"));
        lane.take(3);
        lane.pause();
        assertThat(lane.usable()).isFalse();
        assertThat(lane.condition().words()).isEqualTo("paused by hand");
        assertThat(lane.inHand()).as("what is in flight is waited for").isEqualTo(3);
        lane.resume();
        assertThat(lane.usable()).isTrue();
        assertThat(lane.condition().words()).isEqualTo("bound");
    }
}
