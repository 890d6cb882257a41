package pl.kurenda.delivery.smsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import pl.kurenda.MovableClock;
import pl.kurenda.delivery.LogThrottle;
import pl.kurenda.delivery.account.SmscAccount;
import pl.kurenda.delivery.account.SmscAddress;
import pl.kurenda.delivery.dispatch.DispatchRig;
import pl.kurenda.delivery.receipt.MessageIdNotationTest.Settings;
import pl.kurenda.ledger.core.ReminderState;

/** An SMSC that keeps the connection up and responds to no submit. */
@ExtendWith(OutputCaptureExtension.class)
class NoResponseBreakerTest {
    private static final int WINDOW = 4;
    private static final SubmitOutcome TIMED_OUT = new SubmitOutcome.Unknown("no answer in time");
    private static final SubmitOutcome ACCEPTED = new SubmitOutcome.Accepted("77");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final ByHand smsc = new ByHand();
    private final SmscAddress address = new SmscAddress("plus", "h", 1, "u", "geheim", false, false);
    private final NoResponseBreaker link = new NoResponseBreaker(
            smsc,
            new SmscAccount("plus", address, Settings.smsc("window", "" + WINDOW)),
            new LogThrottle(new MovableClock("2026-11-24T10:00:00Z")),
            nanos::get);

    @Test
    void noMoreThanTheWindowIsSentWithoutAnAnswer(CapturedOutput log) {
        submit(1);
        end(TIMED_OUT);
        assertThat(link.suspected()).isTrue();
        assertThat(link.holds()).isFalse();
        submit(WINDOW);
        assertThat(smsc.inFlight).as("one place has had no answer").hasSize(WINDOW - 1);
        while (!smsc.inFlight.isEmpty()) {
            end(TIMED_OUT);
        }
        assertThat(link.holds()).isTrue();
        submit(WINDOW);
        assertThat(smsc.inFlight).isEmpty();
        assertThat(log).contains("ALARM").doesNotContain("geheim");
    }

    @Test
    void thenOneAtATimeIsTriedAndLessAndLessOften() {
        silence();
        pass(Duration.ofSeconds(9));
        assertThat(link.holds()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(link.holds()).isFalse();
        submit(WINDOW);
        assertThat(smsc.inFlight).hasSize(1);
        end(TIMED_OUT);
        pass(Duration.ofSeconds(19));
        assertThat(link.holds()).isTrue();
        pass(Duration.ofSeconds(1));
        submit(1);
        end(ACCEPTED);
        assertThat(link.suspected()).isFalse();
        submit(WINDOW);
        assertThat(smsc.inFlight).hasSize(WINDOW);
    }

    @Test
    void aLateAnswerEndsIt() {
        silence();
        smsc.late.accept(ACCEPTED);
        assertThat(link.holds()).isFalse();
        assertThat(link.suspected()).isFalse();
    }

    @Test
    void aRefusalIsAnAnswer() {
        submit(2);
        end(TIMED_OUT);
        end(new SubmitOutcome.Refused(0x58));
        assertThat(link.suspected()).isFalse();
    }

    @Test
    void aNewConnectionIsTriedAtOnceAndACutOneIsNoSilence() {
        silence();
        smsc.ready = false;
        assertThat(link.ready()).isFalse();
        smsc.ready = true;
        assertThat(link.holds()).isFalse();
        submit(WINDOW);
        assertThat(smsc.inFlight).hasSize(1);
        end(ACCEPTED);
        submit(WINDOW);
        smsc.ready = false;
        while (!smsc.inFlight.isEmpty()) {
            end(TIMED_OUT);
        }
        assertThat(link.suspected()).isFalse();
    }

    @Test
    void aDispatcherLeavesItAloneAndGoesOnOnceItAnswers() {
        DispatchRig rig = new DispatchRig(WINDOW);
        rig.link.answer = segment -> TIMED_OUT;
        rig.queue(20 * WINDOW);
        rig.dispatcher.start();
        try {
            await().during(Duration.ofSeconds(1))
                    .until(() -> rig.link.submitted.size() >= WINDOW && rig.link.submitted.size() <= 2 * WINDOW);
            rig.link.answer = segment -> ACCEPTED;
            rig.link.late.accept(ACCEPTED);
            await().until(() -> rig.queue.states().size() == 20 * WINDOW);
            assertThat(rig.queue.states().values().stream().filter(ReminderState.UNKNOWN::equals))
                    .hasSizeLessThanOrEqualTo(2 * WINDOW);
            rig.assertOnce();
        } finally {
            rig.dispatcher.stop();
        }
    }

    private void silence() {
        submit(WINDOW);
        while (!smsc.inFlight.isEmpty()) {
            end(TIMED_OUT);
        }
    }

    private void submit(int count) {
        for (int n = 0; n < count; n++) {
            CompletableFuture<SubmitOutcome> outcome = link.submit(null, any -> {});
            assertThat(outcome.isDone() && !(outcome.join() instanceof SubmitOutcome.NotSent))
                    .isFalse();
        }
    }

    private void end(SubmitOutcome outcome) {
        smsc.inFlight.poll().complete(outcome);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Responds on request. */
    private static final class ByHand implements SmscLink {
        private final Deque<CompletableFuture<SubmitOutcome>> inFlight = new ArrayDeque<>();
        private boolean ready = true;
        private Consumer<SubmitOutcome> late;

        @Override
        public boolean ready() {
            return ready;
        }

        @Override
        public CompletableFuture<SubmitOutcome> submit(SegmentSubmit segment, Consumer<SubmitOutcome> afterAll) {
            late = afterAll;
            CompletableFuture<SubmitOutcome> outcome = new CompletableFuture<>();
            inFlight.add(outcome);
            return outcome;
        }

        @Override
        public Optional<MessageStatus> query(MessageQuery query) {
            return Optional.empty();
        }

        @Override
        public void giveUp() {
            inFlight.forEach(outcome -> outcome.complete(TIMED_OUT));
        }
    }
}
