package pl.kurenda.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import pl.kurenda.camel.smpp.IndependentSmsc;
import pl.kurenda.camel.smpp.SmppRig;
import pl.kurenda.delivery.DeliverySettings;
import pl.kurenda.delivery.account.SmscAccounts;
import pl.kurenda.delivery.account.SmscSettings;
import pl.kurenda.delivery.rate.SharedRateTest;
import pl.kurenda.delivery.smsc.SmscCondition;
import pl.kurenda.delivery.window.SendWindows;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.SmscIdentity;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.RateBlocks;
import pl.kurenda.ledger.dispatch.SubmitReport;

/** Two accounts over the shipped routes and real TCP, with SMSCs built on another library. */
class LanesOverTcpTest {
    private static final int THROTTLED = 0x58;
    private static final int WRONG_BIND = 0x04;

    private final FakeQueue queue = new FakeQueue();
    private final NodeLease lease = mock(NodeLease.class);
    private IndependentSmsc plus;
    private IndependentSmsc era;
    private SmppRig rig;
    private SmscChannels lanes;
    private Dispatcher dispatcher;

    @BeforeEach
    void listen() throws Exception {
        when(lease.valid()).thenReturn(true);
        plus = new IndependentSmsc();
        era = new IndependentSmsc();
    }

    @AfterEach
    void stop() {
        dispatcher.stop();
        rig.close();
        plus.close();
        era.close();
    }

    @Test
    void whileTheFirstIsDownTheSecondSendsAndThenTheFirstAgain() throws Exception {
        start(Map.of(), Map.of("priority", "1"), (smsc, length) -> Duration.ZERO);
        send(1, 100);
        await().until(() -> queue.recordedCount() == 100);
        assertThat(plus.submits).hasSize(100);
        assertThat(era.submits).isEmpty();

        int port = plus.port();
        plus.close();
        await().until(() -> !usable("plus"));
        send(101, 100);
        await().until(() -> queue.recordedCount() == 200);
        assertThat(era.submits).hasSize(100);

        plus = new IndependentSmsc(port);
        await().until(() -> usable("plus"));
        send(201, 100);
        await().until(() -> queue.recordedCount() == 300);
        assertThat(plus.submits).hasSize(100);
        assertThat(era.submits).hasSize(100);
        assertThat(queue.recorded).extracting(SubmitReport::state).containsOnly(ReminderState.ENROUTE);
        assertThat(queue.recorded.stream().filter(r -> r.smsc().equals("era")))
                .as("the SMSC that was used is told")
                .hasSize(100)
                .allMatch(r -> r.reminderId() > 100 && r.reminderId() <= 200);
    }

    @Test
    void whileTheFirstThrottlesTheSecondHelpsOut() throws Exception {
        start(Map.of(), Map.of("priority", "1"), (smsc, length) -> Duration.ZERO);
        plus.answer = submit -> plus.refuse(submit, THROTTLED);
        send(1, 300);
        await().atMost(Duration.ofSeconds(20)).until(() -> queue.recordedCount() == 300);
        long refused = queue.recorded.stream()
                .filter(r -> r.state() == ReminderState.QUEUED)
                .count();
        assertThat(refused).as("put off, and few of them").isBetween(1L, 60L);
        assertThat(era.submits).hasSizeGreaterThan(240);
        assertThat(words("plus")).isIn("slowed", "paused");
        assertThat(queue.recorded.stream()
                        .filter(r -> r.state() == ReminderState.QUEUED && !"NO_TURN".equals(r.reason())))
                .isNotEmpty()
                .allMatch(r -> r.reason().equals("ESME_RTHROTTLED too many messages")
                        && r.notBefore().isAfter(r.segments().get(0).at().plusSeconds(9)));
    }

    @Test
    void anSmscThatRefusesEverythingIsLeftAloneAndNothingIsGivenUp() throws Exception {
        start(Map.of(), Map.of("priority", "1"), (smsc, length) -> Duration.ZERO);
        plus.answer = submit -> plus.refuse(submit, WRONG_BIND);
        send(1, 200);
        await().until(() -> queue.recordedCount() == 200);
        assertThat(plus.submits).hasSizeLessThanOrEqualTo(20);
        assertThat(usable("plus")).isFalse();
        assertThat(words("plus")).isEqualTo("refuses everything: ESME_RINVBNDSTS wrong bind status");
        assertThat(queue.recorded)
                .extracting(SubmitReport::state)
                .containsOnly(ReminderState.QUEUED, ReminderState.ENROUTE);
    }

    @Test
    void bothOfOnePriorityGetTheirWeightsPart() throws Exception {
        start(Map.of("weight", "3"), Map.of(), (smsc, length) -> Duration.ZERO);
        for (int n = 0; n < 40; n++) {
            send(1 + 4 * n, 4);
            int sofar = 4 * (n + 1);
            await().pollInterval(Duration.ofMillis(5)).until(() -> queue.recordedCount() == sofar);
        }
        assertThat(plus.submits.size()).isBetween(112, 128);
        assertThat(era.submits).hasSize(160 - plus.submits.size());
    }

    @Test
    void noSecondAtTheSmscHasMoreThanTheRate() throws Exception {
        Queue<Long> arrivals = new ConcurrentLinkedQueue<>();
        plus.answer = submit -> {
            arrivals.add(System.nanoTime());
            return plus.accept(submit);
        };
        start(Map.of("rate", "200"), Map.of("priority", "1"), new LedgerFixture().rate());
        send(1, 1000);
        await().atMost(Duration.ofSeconds(20)).until(() -> queue.recordedCount() == 1000);
        long took = arrivals.stream().max(Long::compare).orElseThrow()
                - arrivals.stream().min(Long::compare).orElseThrow();
        assertThat(SharedRateTest.mostInASecond(arrivals)).isLessThanOrEqualTo(204);
        // ClusterRateSlotsTest has the exact bound; this machine may also be busy with other work
        assertThat(Duration.ofNanos(took)).isBetween(Duration.ofMillis(4900), Duration.ofSeconds(15));
        assertThat(era.submits).as("busy is not slowed").isEmpty();
    }

    private void start(Map<String, String> first, Map<String, String> second, RateBlocks blocks) throws Exception {
        Map<String, SmscSettings> settings = new LinkedHashMap<>();
        settings.put("plus", settings(plus, "plus", first));
        settings.put("era", settings(era, "era", second));
        SmscAccounts accounts = SmscAccounts.real(settings);
        rig = new SmppRig(accounts);
        SendWindows windows = new SendWindows(new MockEnvironment(), new SmscIdentity("plus", true), SmppRig.CLOCK);
        lanes = new SmscChannels(
                accounts, rig.links(), windows, lease, blocks, SmppRig.CLOCK, new SimpleMeterRegistry());
        dispatcher = new Dispatcher(
                queue,
                queue::record,
                lanes,
                windows,
                lease,
                new DeliverySettings(Duration.ofHours(72), "report", Duration.ofSeconds(18)),
                SmppRig.CLOCK);
        dispatcher.start();
        await().until(() -> usable("plus") && usable("era"));
    }

    private static SmscSettings settings(IndependentSmsc smsc, String name, Map<String, String> own) {
        Map<String, String> keys = new LinkedHashMap<>(own);
        keys.put("name", name);
        return SmppRig.settings(smsc.port(), keys);
    }

    private boolean usable(String name) {
        return condition(name).usable();
    }

    private String words(String name) {
        return condition(name).words();
    }

    private SmscCondition condition(String name) {
        return lanes.conditions().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void send(int first, int count) {
        synchronized (queue) {
            for (int id = first; id < first + count; id++) {
                queue.queued.add(reminder(id));
            }
        }
    }

    private static ClaimedReminder reminder(long id) {
        return new ClaimedReminder(
                id,
                1,
                "waste",
                "48501234567",
                "GMINA",
                "Zaleglosc",
                "GSM7",
                1,
                BigDecimal.ONE,
                Instant.MAX,
                0,
                new HashSet<>());
    }
}
