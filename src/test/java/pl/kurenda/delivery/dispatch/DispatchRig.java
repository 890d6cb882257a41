package pl.kurenda.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.mock.env.MockEnvironment;
import pl.kurenda.delivery.DeliverySettings;
import pl.kurenda.delivery.account.SmscAccount;
import pl.kurenda.delivery.account.SmscAccounts;
import pl.kurenda.delivery.account.SmscAddress;
import pl.kurenda.delivery.receipt.MessageIdNotationTest.Settings;
import pl.kurenda.delivery.smsc.FakeLink;
import pl.kurenda.delivery.smsc.SmscLinks;
import pl.kurenda.delivery.window.SendWindows;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.core.SmscIdentity;
import pl.kurenda.ledger.dispatch.ClaimedReminder;

/** A dispatcher between an in-memory queue and an SMSC that counts. */
public final class DispatchRig {
    public final FakeQueue queue = new FakeQueue();
    public final FakeLink link = new FakeLink();
    final NodeLease lease = mock(NodeLease.class);
    public final Dispatcher dispatcher;

    public DispatchRig(int window) {
        this(window, 0);
    }

    DispatchRig(int window, int rate) {
        when(lease.valid()).thenReturn(true);
        Clock clock = Clock.system(ZoneId.of("Europe/Warsaw"));
        SmscAddress address = new SmscAddress("smsc", "localhost", 1, "u", "p", false, true);
        SmscAccount account = new SmscAccount("smsc", address, Settings.smsc("window", "" + window, "rate", "" + rate));
        SendWindows windows = new SendWindows(new MockEnvironment(), new SmscIdentity("smsc", true), clock);
        SmscLinks links = mock(SmscLinks.class);
        when(links.of(account)).thenReturn(link);
        SmscChannels lanes = new SmscChannels(
                new SmscAccounts(List.of(account)),
                links,
                windows,
                lease,
                (smsc, length) -> Duration.ZERO,
                clock,
                new SimpleMeterRegistry());
        DeliverySettings settings = new DeliverySettings(Duration.ofHours(72), "report", Duration.ofSeconds(2));
        dispatcher = new Dispatcher(queue, queue::record, lanes, windows, lease, settings, clock);
    }

    public void queue(int count) {
        for (int id = 1; id <= count; id++) {
            queue.queued.add(reminder(id, "Zaleglosc", 1, new HashSet<>()));
        }
    }

    public void assertOnce() {
        assertThat(link.submitted.values())
                .allSatisfy(times -> assertThat(times.get()).isEqualTo(1));
    }

    static ClaimedReminder reminder(long id, String text, int segments, Set<Integer> accepted) {
        return new ClaimedReminder(
                id,
                1,
                "waste",
                "48501234567",
                "GMINA",
                text,
                "GSM7",
                segments,
                BigDecimal.ONE,
                Instant.MAX,
                0,
                accepted);
    }
}
