package pl.kurenda.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DeliverSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliverSmBatcherTest {
    private static final int ROOM = 1000;

    private final CountDownLatch go = new CountDownLatch(1);
    private final List<List<Integer>> groups = new CopyOnWriteArrayList<>();
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
    private final List<Integer> writes = new CopyOnWriteArrayList<>();
    private final DeliverSmBatcher.Acknowledging session = (pdus, status) -> {
        writes.add(pdus.size());
        pdus.forEach(pdu -> answers.put(pdu.getSequenceNumber(), status));
    };

    private volatile int status = SMPPConstant.STAT_ESME_ROK;
    private final DeliverSmBatcher deliveries = new DeliverSmBatcher(this::work);

    private int work(List<DeliverSm> group) {
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        groups.add(group.stream().map(DeliverSm::getSequenceNumber).toList());
        return status;
    }

    @AfterEach
    void stop() throws InterruptedException {
        go.countDown();
        deliveries.stop();
    }

    @Test
    void nothingIsAcknowledgedBeforeItIsDoneWith() {
        deliveries.start("test");
        take(1, 40);
        assertThat(answers).isEmpty();
        go.countDown();
        await().until(() -> answers.size() == 40);
        assertThat(answers.values()).containsOnly(SMPPConstant.STAT_ESME_ROK);
        assertThat(groups.stream().flatMap(List::stream))
                .as("each once, in order")
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
        assertThat(writes).as("one write a group").hasSameSizeAs(groups);
    }

    @Test
    void aFailureIsToldToAllOfTheGroup() {
        status = SMPPConstant.STAT_ESME_RX_T_APPN;
        go.countDown();
        deliveries.start("test");
        take(1, 3);
        await().until(() -> answers.size() == 3);
        assertThat(answers.values()).containsOnly(SMPPConstant.STAT_ESME_RX_T_APPN);
    }

    @Test
    void whatThereIsNoRoomForIsRefusedAtOnceAndTheRestIsDone() {
        deliveries.start("test");
        take(1, 2 * ROOM + 200);
        assertThat(answers.values()).containsOnly(SMPPConstant.STAT_ESME_RMSGQFUL);
        List<Integer> refused = new ArrayList<>(answers.keySet());
        assertThat(refused).hasSizeGreaterThanOrEqualTo(ROOM);
        go.countDown();
        await().until(() -> answers.size() == 2 * ROOM + 200);
        assertThat(groups.stream().flatMap(List::stream)).doesNotContainAnyElementsOf(refused);
        assertThat(groups).allSatisfy(group -> assertThat(group).hasSizeLessThanOrEqualTo(200));
    }

    @Test
    void stopFinishesWhatWasTakenAndRefusesTheRest() throws InterruptedException {
        go.countDown();
        deliveries.start("test");
        take(1, 30);
        deliveries.stop();
        assertThat(answers).hasSize(30);
        take(31, 31);
        assertThat(answers).containsEntry(31, SMPPConstant.STAT_ESME_RX_T_APPN);
        deliveries.start("test");
        take(32, 32);
        await().until(() -> answers.size() == 32);
        assertThat(answers).containsEntry(32, SMPPConstant.STAT_ESME_ROK);
    }

    private void take(int from, int to) {
        for (int number = from; number <= to; number++) {
            DeliverSm pdu = new DeliverSm();
            pdu.setSequenceNumber(number);
            deliveries.take(pdu, session);
        }
    }
}
