package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import pl.kurenda.camel.smpp.SmppRig;
import pl.kurenda.delivery.smsc.SubmitOutcome;
import pl.kurenda.delivery.smsc.SubmitOutcome.Accepted;
import pl.kurenda.delivery.smsc.SubmitOutcome.Refused;
import pl.kurenda.ledger.inbox.DeliveryReceipt;
import pl.kurenda.simulator.SimulatedOutcome;
import pl.kurenda.simulator.SimulatorOptions;
import pl.kurenda.simulator.SmscSimulator;

/** The shipped routes against the built-in simulator: every submit has a response and every accepted one a receipt. */
class SmppSimulatorTest {

    private static final int SUBMITS = 1000;

    @Test
    void everySubmitMeetsTheFateOfItsNumber() throws Exception {
        SimulatorOptions options =
                SimulatorOptions.demo(SmppRig.CLOCK).withReceiptDelay(Duration.ZERO, Duration.ofMillis(200));
        ExecutorService senders = Executors.newFixedThreadPool(50);
        try (SmscSimulator smsc = new SmscSimulator(options);
                SmppRig rig = SmppRig.bound(smsc.port(), Map.of("window", "50"))) {
            List<Future<SubmitOutcome>> outcomes = new ArrayList<>();
            for (int n = 0; n < SUBMITS; n++) {
                int reference = n;
                outcomes.add(senders.submit(() -> rig.submit(SmppRig.segment(number(reference), reference))));
            }
            Map<Integer, String> ids = new HashMap<>();
            for (int n = 0; n < SUBMITS; n++) {
                SubmitOutcome outcome = outcomes.get(n).get();
                if (outcome instanceof Accepted accepted) {
                    ids.put(n, Long.toString(Long.parseLong(accepted.messageId(), 16)));
                } else {
                    assertThat(outcome).isEqualTo(new Refused(0x0b));
                    assertThat(SimulatedOutcome.byLastDigits(number(n))).isEqualTo(SimulatedOutcome.REFUSED);
                }
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> rig.stored.size() == ids.size());
            assertThat(ids).hasSize(SUBMITS - SUBMITS / 100);
            assertThat(rig.notes()).allSatisfy(note -> assertReceipt(note, ids));
        } finally {
            senders.shutdownNow();
        }
    }

    private static void assertReceipt(DeliveryReceipt note, Map<Integer, String> ids) {
        int reference = note.userMessageReference();
        assertThat(note.messageId()).isEqualTo(ids.get(reference));
        assertThat(note.msisdn()).isEqualTo(number(reference));
        assertThat(note.stat())
                .isEqualTo(SimulatedOutcome.byLastDigits(number(reference)).name());
    }

    private static String number(int n) {
        return "48501%06d".formatted(n);
    }
}
