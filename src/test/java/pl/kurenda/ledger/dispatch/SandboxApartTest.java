package pl.kurenda.ledger.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.RowFixture;
import pl.kurenda.ledger.batch.FileIdentity;
import pl.kurenda.ledger.batch.Opening;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.gate.ReleasePolicy;

/** Reminders for a sandbox and reminders for residents never enter the same queue. */
class SandboxApartTest {
    private static final Duration WINDOW = Duration.ofHours(72);

    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node real = ledger.node("real");

    private void load(String source, String name, int first) {
        FileIdentity file = RowFixture.file(name);
        FileIdentity of = new FileIdentity(source, name, file.sha256(), file.size(), file.modified());
        long batch = ((Opening.Load) real.batches.open(of, "UTF-8", ';')).batchId();
        real.batches.load(batch, List.of(ledger.row(first), ledger.row(first + 1)), List.of());
        real.batches.finish(batch, 2, ReleasePolicy.NONE);
    }

    private List<String> sources(DispatchQueue queue) {
        return queue.claim(10, source -> true).stream()
                .map(ClaimedReminder::source)
                .distinct()
                .toList();
    }

    @Test
    void eachQueueTakesItsOwnAndGivesBackItsOwn() {
        load("waste", "a.csv", 2);
        load("waste~sandbox", "b.csv", 4);
        DispatchQueue sandbox = real.sandbox;
        assertThat(sources(real.dispatches)).containsExactly("waste");
        assertThat(sources(real.dispatches)).as("and nothing is left for it").isEmpty();
        assertThat(sources(sandbox)).containsExactly("waste~sandbox");
        assertThat(sources(sandbox)).isEmpty();

        sandbox.giveBackAll();
        assertThat(ledger.count("reminder where state = 'CLAIMED' and source = 'waste'"))
                .isEqualTo(2);
        assertThat(sources(sandbox)).containsExactly("waste~sandbox");
        real.dispatches.giveBackAll();
        assertThat(ledger.count("reminder where state = 'CLAIMED' and source = 'waste~sandbox'"))
                .isEqualTo(2);
    }

    @Test
    void aSandboxNeitherMeetsNorShowsTheListOfRealPeople() {
        ledger.optOuts().add(ledger.row(4).phone(), "ewa", "letter");
        load("waste~sandbox", "b.csv", 4);
        ledger.optOuts().add(ledger.row(5).phone(), "ewa", "letter");
        assertThat(ledger.count("reminder where state = 'QUEUED'")).isEqualTo(2);
        assertThat(real.sandbox.claim(10, source -> true)).hasSize(2);
        assertThat(ledger.count("reminder where state = 'SUPPRESSED'")).isZero();
        load("waste", "a.csv", 4);
        assertThat(ledger.count("reminder where source = 'waste' and reason = 'OPTED_OUT'"))
                .isEqualTo(2);
    }

    @Test
    void aSandboxHasANumberThatIsOptedOut() {
        for (String source : List.of("waste", "waste~sandbox")) {
            FileIdentity of = new FileIdentity(
                    source, source, RowFixture.sha256(source), 1, ledger.clock().instant());
            long batch = ((Opening.Load) real.batches.open(of, "UTF-8", ';')).batchId();
            real.batches.load(batch, List.of(ledger.rowOf(2, "48500000007", 500, null)), List.of());
            real.batches.finish(batch, 1, ReleasePolicy.NONE);
        }
        assertThat(ledger.sql("select source from reminder where reason = 'OPTED_OUT'"))
                .containsExactly("waste~sandbox");
    }

    @Test
    void whatADemoTookStaysOutOfBoth() {
        ledger.node("demo", LedgerFixture.DEMO).load("a.csv", 2);
        assertThat(sources(real.dispatches)).isEmpty();
        assertThat(sources(real.sandbox)).isEmpty();
    }

    @Test
    void theSameFileAndDebtsLiveInBoth() {
        load("waste", "a.csv", 2);
        load("waste~sandbox", "a.csv", 4);
        assertThat(ledger.count("batch")).isEqualTo(2);
        assertThat(ledger.count("reminder where state = 'QUEUED'")).isEqualTo(4);
    }

    @Test
    void aSandboxWaitsTwoMinutesForAReceiptAndIsNotBilled() {
        load("waste", "a.csv", 2);
        load("waste~sandbox", "b.csv", 4);
        for (DispatchQueue queue : List.of(real.dispatches, real.sandbox)) {
            queue.submitting(queue.claim(10, source -> true))
                    .forEach(one -> queue.record(List.of(new SubmitReport(
                            one.id(),
                            one.fence(),
                            ReminderState.ENROUTE,
                            null,
                            null,
                            List.of(new SegmentOutcome(
                                    1,
                                    ReminderState.ENROUTE,
                                    "m" + one.id(),
                                    0,
                                    null,
                                    ledger.clock().instant()))))));
        }
        ledger.clock().advance(Duration.ofMinutes(3));
        real.upkeep.tidy(WINDOW);
        assertThat(ledger.sql("select distinct source from reminder where state = 'NO_RECEIPT'"))
                .containsExactly("waste~sandbox");
        assertThat(ledger.count("reminder where state = 'ENROUTE'")).isEqualTo(2);
        ledger.clock().advance(Duration.ofDays(2));
        ledger.node("alive").upkeep.tidy(WINDOW);
        assertThat(ledger.sql("select distinct source from billed_tally")).containsExactly("waste");
    }
}
