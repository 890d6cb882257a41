package pl.kurenda.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.kurenda.delivery.smsc.FakeLink;
import pl.kurenda.delivery.smsc.SubmitOutcome;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.dispatch.SubmitReport;

class DispatcherTest {
    private static final int WINDOW = 4;

    private final DispatchRig rig = new DispatchRig(WINDOW);
    private final FakeQueue queue = rig.queue;
    private final FakeLink link = rig.link;
    private final NodeLease lease = rig.lease;
    private final Dispatcher dispatcher = rig.dispatcher;

    @AfterEach
    void stop() {
        dispatcher.stop();
    }

    @Test
    void eachReminderIsSubmittedOnceAndTheWindowIsKept() {
        queue(200);
        dispatcher.start();
        await().until(() -> queue.recordedCount() == 200);
        assertThat(link.submitted)
                .hasSize(200)
                .allSatisfy((ref, times) -> assertThat(times.get()).isEqualTo(1));
        assertThat(link.most.get()).isLessThanOrEqualTo(WINDOW);
        assertThat(queue.mostSubmitting).isLessThanOrEqualTo(2 * WINDOW);
    }

    /** Segments in flight do not hold back what may leave. Otherwise slow responses would cost part of a low rate. */
    @Test
    void aRateFillsTheWindowOfAnSmscThatAnswersSlowly() {
        dispatcher.start();
        DispatchRig slow = new DispatchRig(30, 50);
        slow.queue(60);
        slow.link.gate = new CountDownLatch(1);
        slow.dispatcher.start();
        await().until(() -> slow.link.most.get() == 30);
        slow.link.gate.countDown();
        await().until(() -> slow.queue.recordedCount() == 60);
        slow.assertOnce();
        slow.dispatcher.stop();
    }

    @Test
    void nothingIsClaimedWhileTheSmscIsAwayOrTheLeaseIsOver() {
        queue(10);
        link.ready = false;
        dispatcher.start();
        await().during(Duration.ofMillis(500)).until(() -> link.submitted.isEmpty());
        when(lease.valid()).thenReturn(false);
        link.ready = true;
        await().during(Duration.ofMillis(500)).until(() -> link.submitted.isEmpty());
        when(lease.valid()).thenReturn(true);
        await().until(() -> queue.recordedCount() == 10);
    }

    @Test
    void aConnectionThatBreaksAfterTheClaimWasCommittedLosesNothing() {
        queue(10);
        queue.failClaims = 2;
        dispatcher.start();
        await().until(() -> queue.recordedCount() == 10);
        assertThat(queue.givenBackAll).isEqualTo(2);
        assertOnce();
    }

    @Test
    void aConnectionThatBreaksAfterSubmittingWasCommittedSendsNothingTwice() {
        queue(10);
        queue.failSubmitting = 2;
        dispatcher.start();
        await().until(() -> queue.recordedCount() == 10);
        assertOnce();
    }

    @Test
    void outcomesAreKeptWhileTheDatabaseIsAwayAndNoMoreThanTheBoundIsSent() {
        queue(50);
        queue.failRecords = 2;
        dispatcher.start();
        await().until(() -> queue.recordedCount() == 50);
        assertThat(queue.mostSubmitting).isLessThanOrEqualTo(2 * WINDOW);
        assertOnce();
    }

    @Test
    void whatIsNotAnsweredInTimeIsUnknownAndNothingElse() {
        queue(20);
        link.gate = new CountDownLatch(1);
        dispatcher.start();
        await().until(() -> link.most.get() == WINDOW);
        dispatcher.stop();
        assertThat(link.submitted).hasSize(WINDOW);
        assertThat(queue.recorded.stream().filter(r -> r.state() == ReminderState.UNKNOWN))
                .as("in flight")
                .hasSize(WINDOW);
        assertThat(queue.submitting).as("all that was SUBMITTING is settled").isEmpty();
        assertThat(queue.recorded.stream().filter(r -> r.state() == ReminderState.QUEUED))
                .as("committed but not sent: back in the queue")
                .isNotEmpty();
    }

    @Test
    void aStopLetsWhatIsInFlightBeAnsweredAndSendsNothingMore() throws Exception {
        queue(20);
        link.gate = new CountDownLatch(1);
        dispatcher.start();
        await().until(() -> link.most.get() == WINDOW);
        Thread stopper = new Thread(dispatcher::stop);
        stopper.start();
        await().until(() -> !dispatcher.isRunning());
        link.gate.countDown();
        stopper.join();
        assertThat(link.submitted).hasSize(WINDOW);
        assertThat(queue.submitting).isEmpty();
        assertThat(queue.recorded.stream().filter(r -> r.state() == ReminderState.ENROUTE))
                .hasSize(WINDOW);
        assertThat(queue.recorded.stream().filter(r -> r.state() == ReminderState.QUEUED))
                .as("committed but not sent: back in the queue")
                .hasSizeLessThanOrEqualTo(WINDOW);
        assertThat(queue.claimed).isEmpty();
    }

    @Test
    void threeSegmentsOfWhichTheSecondIsRefusedAreKnownOneByOne() {
        queue.queued.add(DispatchRig.reminder(1, "x".repeat(400), 3, new HashSet<>()));
        link.answer = segment -> segment.shortMessage()[5] == 2
                ? new SubmitOutcome.Refused(0x0B)
                : new SubmitOutcome.Accepted("id" + segment.shortMessage()[5]);
        dispatcher.start();
        await().until(() -> queue.recordedCount() == 1);
        SubmitReport report = queue.recorded.get(0);
        assertThat(report.state()).isEqualTo(ReminderState.REJECTED);
        assertThat(report.reason()).isEqualTo("segment 2/3 ESME_RINVDSTADR invalid destination address");
        assertThat(report.segments()).hasSize(2);
        assertThat(report.segments().get(0).messageId()).isEqualTo("id1");
        assertThat(report.segments().get(1).state()).isEqualTo(ReminderState.REJECTED);
    }

    @Test
    void onlySegmentsThatWereNotAcceptedAreTriedAgain() {
        queue.queued.add(DispatchRig.reminder(1, "x".repeat(400), 3, new HashSet<>(Set.of(1, 2))));
        dispatcher.start();
        await().until(() -> queue.recordedCount() == 1);
        assertThat(queue.recorded.get(0).segments()).extracting("number").containsExactly(3);
    }

    @Test
    void aSubmitWithoutAnAnswerIsUnknownNotQueued() {
        queue(1);
        link.answer = segment -> new SubmitOutcome.Unknown("no answer within 30 s");
        dispatcher.start();
        await().until(() -> queue.recordedCount() == 1);
        assertThat(queue.recorded.get(0).state()).isEqualTo(ReminderState.UNKNOWN);
    }

    @Test
    void anAnswerThatComesAfterAllIsReportedOnceMoreAndTakesNoSlot() {
        queue(1);
        link.answer = segment -> new SubmitOutcome.Unknown("no answer in time");
        dispatcher.start();
        await().until(() -> queue.recordedCount() == 1);
        link.late.accept(new SubmitOutcome.Accepted("77"));
        await().until(() -> queue.recordedCount() == 2);
        SubmitReport report = queue.recorded.get(1);
        assertThat(report.late()).isTrue();
        assertThat(report.state()).isEqualTo(ReminderState.ENROUTE);
        assertThat(report.segments()).extracting("messageId").containsExactly("77");
        link.answer = segment -> new SubmitOutcome.Accepted("id");
        queue(200);
        await().until(() -> queue.recordedCount() == 202);
        assertThat(queue.mostSubmitting).isLessThanOrEqualTo(2 * WINDOW);
    }

    @Test
    void throttlingQueuesTheReminderAgainAndSlowsDown() {
        queue(1);
        link.answer = segment -> new SubmitOutcome.Refused(0x58);
        dispatcher.start();
        await().until(() -> queue.recordedCount() == 1);
        SubmitReport report = queue.recorded.get(0);
        assertThat(report.state()).isEqualTo(ReminderState.QUEUED);
        assertThat(report.notBefore()).isAfter(report.segments().get(0).at());
    }

    private void assertOnce() {
        rig.assertOnce();
    }

    private void queue(int count) {
        rig.queue(count);
    }
}
