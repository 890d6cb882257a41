package pl.kurenda.ledger.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.decision.FileDecisionResult;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.ledger.gate.ReleasePolicy;

/** A newer file with a different amount for a debt whose reminder still waits. */
class AmountChangesTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");
    private static final ReleasePolicy HELD = new ReleasePolicy(
            facts -> List.of(Finding.of("ONE_PHONE", 30, 20)),
            ReleasePolicy.NONE.budget(),
            ReleasePolicy.NONE.canary(),
            false,
            true);

    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node node = ledger.node("a");

    @Test
    void theNewerAmountGoesAndTheEarlierIsWithdrawn() {
        load("monday.csv", MONDAY, ledger.row(2, "d", 20_000, 1), ledger.row(3, "e", 700, 1));
        BatchTotals tuesday = load("tuesday.csv", TUESDAY, ledger.row(12, "d", 5_000, 1), ledger.row(13, "e", 700, 1));
        assertThat(ledger.states()).isEqualTo(Map.of(2, "WITHDRAWN", 3, "QUEUED", 12, "QUEUED", 13, "SUPPRESSED"));
        assertThat(List.of(tuesday.queued(), tuesday.held(), tuesday.suppressed()))
                .containsExactly(1, 0, 1);
        assertThat(tuesday.amountQueued()).isEqualTo(5_000);
        assertThat(tuesday.findings()).containsExactly(Finding.of("AMOUNT_CHANGED", 1));
        assertThat(ledger.count("history where reminder_id = " + ledger.id(2)
                        + " and to_state = 'WITHDRAWN' and reason = 'AMOUNT_CHANGED'"))
                .isEqualTo(1);
        assertThat(ledger.count("outcome where state = 'WITHDRAWN' and reason = 'AMOUNT_CHANGED'"))
                .isEqualTo(1);
        BatchTotals wednesday = load("wednesday.csv", TUESDAY.plusSeconds(86_400), ledger.row(22, "d", 4_000, 1));
        assertThat(wednesday.queued()).as("again").isEqualTo(1);
        assertThat(node.submitting(10))
                .extracting(ClaimedReminder::id)
                .containsExactlyInAnyOrder(ledger.id(3), ledger.id(22));
    }

    @Test
    void whatIsClaimedBeforeTheNewerFileEndsGoesAndTheNewerDoesNot() {
        load("monday.csv", MONDAY, ledger.row(2, "d", 20_000, 1), ledger.row(3, "e", 700, 1));
        long batch = begin("tuesday.csv", TUESDAY);
        node.batches.load(batch, List.of(ledger.row(12, "d", 5_000, 1), ledger.row(13, "e", 800, 1)), List.of());
        assertThat(ledger.states()).as("nothing is withdrawn yet").containsEntry(2, "QUEUED");
        assertThat(node.dispatches.claim(1, source -> true))
                .extracting(ClaimedReminder::id)
                .containsExactly(ledger.id(2));
        BatchTotals tuesday = node.batches.finish(batch, 2);
        assertThat(ledger.states()).isEqualTo(Map.of(2, "CLAIMED", 3, "WITHDRAWN", 12, "SUPPRESSED", 13, "QUEUED"));
        assertThat(tuesday.reasons()).isEqualTo(Map.of("DUPLICATE_DEBT", 1));
    }

    @Test
    void whatWasTriedBeforeOrIsNoOlderStands() {
        load("monday.csv", MONDAY, ledger.row(2, "d", 20_000, 1));
        assertThat(load("same.csv", MONDAY, ledger.row(3, "d", 5_000, 1)).reasons())
                .isEqualTo(Map.of("DUPLICATE_DEBT", 1));
        assertThat(load("old.csv", MONDAY.minusSeconds(1), ledger.row(4, "d", 5_000, 1))
                        .reasons())
                .isEqualTo(Map.of("DUPLICATE_DEBT", 1));
        ledger.run("update reminder set attempts = 1 where line = 2");
        assertThat(load("tuesday.csv", TUESDAY, ledger.row(5, "d", 5_000, 1)).reasons())
                .as("it may have been sent, and come back from UNKNOWN")
                .isEqualTo(Map.of("DUPLICATE_DEBT", 1));
        assertThat(ledger.state(2)).isEqualTo("QUEUED");
    }

    @Test
    void aFileThatTheGateHoldsTakesNothingBackBeforeItIsReleased() {
        load("monday.csv", MONDAY, ledger.row(2, "d", 20_000, 1), ledger.row(3, "e", 700, 1));
        long batch = begin("tuesday.csv", TUESDAY);
        node.batches.load(batch, List.of(ledger.row(12, "d", 5_000, 1), ledger.row(13, "f", 800, 1)), List.of());
        BatchTotals tuesday = node.batches.finish(batch, 2, HELD);
        assertThat(tuesday.reasons()).isEqualTo(Map.of("GATE", 2));
        assertThat(ledger.states()).isEqualTo(Map.of(2, "QUEUED", 3, "QUEUED", 12, "HELD", 13, "HELD"));
        assertThat(ledger.fileDecisions().decide(Decision.RELEASE, batch, "jan", "checked"))
                .isEqualTo(new FileDecisionResult(FileDecisionResult.Outcome.DONE, 2, 0));
        assertThat(ledger.states()).isEqualTo(Map.of(2, "WITHDRAWN", 3, "QUEUED", 12, "QUEUED", 13, "QUEUED"));
        assertThat(ledger.count("history where who = 'jan' and reason = 'AMOUNT_CHANGED'"))
                .isEqualTo(1);
    }

    @Test
    void aFileThatIsTakenOutAgainTakesNothingBack() {
        load("monday.csv", MONDAY, ledger.row(2, "d", 20_000, 1));
        long batch = begin("tuesday.csv", TUESDAY);
        node.batches.load(batch, List.of(ledger.row(12, "d", 5_000, 1)), List.of());
        node.batches.discard(batch);
        assertThat(ledger.states()).isEqualTo(Map.of(2, "QUEUED"));
    }

    @Test
    void twoAmountsInTheNewerFileWaitForAPersonInOneBlockAndInTwo() {
        load("monday.csv", MONDAY, ledger.row(2, "d", 20_000, 1), ledger.row(3, "e", 700, 1));
        long batch = begin("tuesday.csv", TUESDAY);
        node.batches.load(
                batch,
                List.of(ledger.row(12, "d", 5_000, 1), ledger.row(13, "d", 6_000, 1), ledger.row(14, "e", 500, 1)),
                List.of());
        node.batches.load(batch, List.of(ledger.row(15, "e", 600, 1)), List.of());
        BatchTotals tuesday = node.batches.finish(batch, 4);
        assertThat(tuesday.reasons()).isEqualTo(Map.of("AMOUNT_CONFLICT", 4));
        assertThat(ledger.states()).containsEntry(2, "QUEUED").containsEntry(3, "QUEUED");
    }

    @Test
    void manyAmountsChangeAtOnce() {
        List<NewReminder> earlier = new ArrayList<>();
        List<NewReminder> newer = new ArrayList<>();
        for (int i = 0; i < 2_100; i++) {
            earlier.add(ledger.row(2 + i, "debt" + i, 1_000, 1));
            newer.add(ledger.row(10_002 + i, "debt" + i, 1_001, 1));
        }
        load("monday.csv", MONDAY, earlier.toArray(NewReminder[]::new));
        BatchTotals tuesday = load("tuesday.csv", TUESDAY, newer.toArray(NewReminder[]::new));
        assertThat(tuesday.queued()).isEqualTo(2_100);
        assertThat(ledger.count("reminder where state = 'WITHDRAWN'")).isEqualTo(2_100);
        ledger.states();
    }

    private BatchTotals load(String name, Instant modified, NewReminder... rows) {
        long batch = begin(name, modified);
        node.batches.load(batch, List.of(rows), List.of());
        return node.batches.finish(batch, rows.length);
    }

    private long begin(String name, Instant modified) {
        FileIdentity file = new FileIdentity("waste", name, LedgerFixture.sha256(name), 100, modified);
        return ((Opening.Load) node.batches.open(file, "UTF-8", ';')).batchId();
    }
}
