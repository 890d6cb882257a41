package pl.kurenda.delivery.smsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasuredLinkTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final FakeLink smsc = new FakeLink();
    private final MeasuredLink link = new MeasuredLink(smsc, "plus", 10, registry);

    @Test
    void countsWhatBecameOfSubmits() {
        submit(new SubmitOutcome.Accepted("id"));
        submit(new SubmitOutcome.Accepted("id"));
        submit(new SubmitOutcome.Refused(0x58));
        submit(new SubmitOutcome.NotSent("STOPPING", false));
        submit(new SubmitOutcome.Unknown("cut"));
        assertThat(submits("accepted", "ESME_ROK")).isEqualTo(2);
        assertThat(submits("refused", "ESME_RTHROTTLED")).isEqualTo(1);
        assertThat(submits("unsent", "none")).isEqualTo(1);
        assertThat(submits("unknown", "none")).isEqualTo(1);
        assertThat(registry.get("kurenda.submit.duration").timer().count())
                .as("only answers have a duration")
                .isEqualTo(3);
    }

    @Test
    void showsHowMuchOfTheWindowIsUsed() {
        smsc.gate = new CountDownLatch(1);
        IntStream.range(0, 3).forEach(n -> link.submit(segment(), late -> {}));
        assertThat(gauge("kurenda.smsc.window.used")).isEqualTo(3);
        assertThat(gauge("kurenda.smsc.window")).isEqualTo(10);
        smsc.gate.countDown();
        await().until(() -> gauge("kurenda.smsc.window.used") == 0);
    }

    @Test
    void aLateAnswerIsPassedOnAndCounted() {
        CountDownLatch told = new CountDownLatch(1);
        link.submit(segment(), late -> told.countDown()).join();
        smsc.late.accept(new SubmitOutcome.Accepted("id"));
        assertThat(told.getCount()).isZero();
        assertThat(registry.get("kurenda.submit.late.answers").counter().count())
                .isEqualTo(1);
    }

    @Test
    void statusesThatAnSmscMakesUpDoNotFillTheMemory() {
        IntStream.range(0, 1000).forEach(n -> submit(new SubmitOutcome.Refused(0x10000 + n)));
        assertThat(registry.find("kurenda.submits").counters()).hasSizeLessThan(70);
        assertThat(submits("refused", "other")).isGreaterThan(930);
    }

    private void submit(SubmitOutcome outcome) {
        smsc.answer = segment -> outcome;
        double before = all();
        link.submit(segment(), late -> {}).join();
        await().pollInterval(Duration.ofMillis(1)).until(() -> all() == before + 1);
    }

    private double all() {
        return registry.find("kurenda.submits").counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    private double submits(String outcome, String status) {
        return registry.get("kurenda.submits")
                .tags("smsc", "plus", "outcome", outcome, "command_status", status)
                .counter()
                .count();
    }

    private double gauge(String name) {
        return registry.get(name).tag("smsc", "plus").gauge().value();
    }

    private static SegmentSubmit segment() {
        return new SegmentSubmit("GMINA", "48501000001", new byte[] {1}, false, 0, 7, Duration.ofHours(1));
    }
}
