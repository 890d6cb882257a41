package pl.kurenda.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.kurenda.delivery.smsc.FakeLink;
import pl.kurenda.delivery.smsc.SubmitOutcome;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.SubmitReport;

/** A reminder has one try at a time, in whatever order responses, commits and slots come. */
class InFlightTest {
    private static final int WINDOW = 4;

    private final DispatchRig rig = new DispatchRig(WINDOW);
    private final FakeQueue queue = rig.queue;
    private final FakeLink link = rig.link;

    @AfterEach
    void stop() {
        rig.dispatcher.stop();
    }

    @Test
    void anAnswerRightUponItsTimeOutIsReportedAfterIt() {
        rig.queue(1);
        link.answer = segment -> {
            link.late.accept(new SubmitOutcome.Accepted("77"));
            return new SubmitOutcome.Unknown("no answer in time");
        };
        rig.dispatcher.start();
        await().until(() -> queue.recordedCount() == 2);
        assertThat(queue.recorded)
                .extracting(SubmitReport::state)
                .containsExactly(ReminderState.UNKNOWN, ReminderState.ENROUTE);
        assertThat(queue.recorded).extracting(SubmitReport::late).containsExactly(false, true);
    }

    @Test
    void whatTheSmscHasAgainstTheSenderDoesNotRejectTheWholeFile() {
        rig.queue(200);
        link.answer = segment -> new SubmitOutcome.Refused(0x0a);
        rig.dispatcher.start();
        await().until(() -> queue.states().containsValue(ReminderState.QUEUED));
        await().during(Duration.ofMillis(500)).until(() -> queue.submitting.isEmpty());
        assertThat(queue.states().values())
                .filteredOn(ReminderState.REJECTED::equals)
                .hasSize(20);
        assertThat(queue.recordedCount()).as("the rest waits").isLessThan(20 + 3 * WINDOW);
    }

    @Test
    void whatTheSmscHasAgainstRecipientsRejectsThemAll() {
        rig.queue(200);
        link.answer = segment -> new SubmitOutcome.Refused(0x0b);
        rig.dispatcher.start();
        await().until(() -> queue.recordedCount() == 200);
        assertThat(queue.states().values()).containsOnly(ReminderState.REJECTED);
    }

    @Test
    void whatIsQueuedAgainBeforeItsFirstTryIsLetGoOfGoesBackToTheQueueAndTakesNoSlotForGood() {
        rig.queue(1);
        ClaimedReminder again = queue.queued.peek();
        link.answer = segment -> new SubmitOutcome.NotSent("no session", false);
        queue.afterRecord = () -> {
            queue.afterRecord = () -> {};
            queue.add(again);
            await().until(() -> queue.isSubmitting(again.id()));
        };
        rig.dispatcher.start();
        await().until(() -> queue.recordedCount() == 2);
        assertThat(queue.recorded).extracting(SubmitReport::state).containsOnly(ReminderState.QUEUED);
        assertThat(queue.recorded.get(1).reason()).isEqualTo("STILL_IN_HAND");
        rig.assertOnce();
        link.answer = segment -> new SubmitOutcome.Accepted("id");
        link.submitted.clear();
        rig.queue(200);
        await().until(() -> queue.recordedCount() == 202);
        rig.assertOnce();
        await().untilAsserted(() -> assertThat(rig.dispatcher.busy()).isFalse());
        assertThat(queue.mostSubmitting).isLessThanOrEqualTo(2 * WINDOW);
    }
}
