package pl.kurenda.ledger.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.Opening;
import pl.kurenda.ledger.gate.BatchFacts;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.ledger.gate.ReleasePolicy;

/** Files that the gate has held, and what is decided about them. */
class HeldFilesTest {
    private static final ReleasePolicy HELD = terms(facts -> List.of(Finding.of("ONE_PHONE", 30, 20)));

    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node node = ledger.node("a");
    private final FileDecisions files = ledger.fileDecisions();

    @Test
    void nothingOfAHeldFileGoesUntilItIsReleased() {
        BatchTotals totals = node.load("x.csv", rowsWithConflict(), HELD);
        assertThat(List.of(totals.rows(), totals.held(), totals.queued(), totals.segments()))
                .containsExactly(5, 5, 0, 0);
        assertThat(totals.reasons()).isEqualTo(Map.of("GATE", 3, "AMOUNT_CONFLICT", 2));
        assertThat(totals.findings()).containsExactly(Finding.of("ONE_PHONE", 30, 20));
        assertThat(node.submitting(10)).isEmpty();
        assertThat(listed()).singleElement().satisfies(file -> {
            assertThat(file.held()).isEqualTo(3);
            assertThat(file.reason()).isEqualTo("GATE");
            assertThat(file.grosze()).isEqualTo(1002 + 1003 + 1004);
            assertThat(file.findings()).hasSize(1);
        });
        Decisions single = ledger.decisions();
        assertThat(single.decide(Decision.RELEASE, List.of(ledger.id(2), ledger.id(9)), "jan", "x")
                        .elsewhere())
                .as("nothing goes before its file")
                .hasSize(2);
        assertThat(single.decide(Decision.WITHDRAW, List.of(ledger.id(4)), "jan", "wrong row")
                        .complete())
                .isTrue();
        FileDecisionResult decided = files.decide(Decision.RELEASE, totals.batchId(), "jan", "one landlord");
        assertThat(decided).isEqualTo(new FileDecisionResult(FileDecisionResult.Outcome.DONE, 2, 0));
        assertThat(node.submitting(10)).hasSize(2);
        assertThat(ledger.states())
                .isEqualTo(Map.of(2, "SUBMITTING", 3, "SUBMITTING", 4, "WITHDRAWN", 9, "HELD", 10, "HELD"));
        assertThat(ledger.count("history where from_state = 'HELD' and to_state = 'QUEUED' and who = 'jan'"
                        + " and reason = 'one landlord'"))
                .isEqualTo(2);
        assertThat(ledger.count("batch_decision where who = 'jan' and decision = 'RELEASE' and reminders = 2"))
                .isEqualTo(1);
        assertThat(listed()).isEmpty();
        assertThat(files.decide(Decision.RELEASE, totals.batchId(), "jan", "again")
                        .outcome())
                .isEqualTo(FileDecisionResult.Outcome.NOTHING);
    }

    /** Nobody could release or withdraw it, and it would stand among the held ones for ever. */
    @Test
    void aFileOfWhichNothingWouldBeSentDoesNotWaitForAPerson() {
        long batch = node.begin("x.csv");
        node.batches.load(batch, List.of(), List.of(ledger.rejection(2), ledger.rejection(3)));
        BatchTotals totals = node.batches.finish(batch, 2, HELD);
        assertThat(totals.findings()).hasSize(1);
        assertThat(ledger.sql("select concat(state, typical) from batch")).containsExactly("LOADED0");
        assertThat(listed()).isEmpty();
    }

    private List<NewReminder> rowsWithConflict() {
        List<NewReminder> rows = new ArrayList<>(ledger.rows(2, 4));
        rows.add(ledger.row(9, "twice", 500, 1));
        rows.add(ledger.row(10, "twice", 700, 1));
        return rows;
    }

    @Test
    void theCorrectedExportGoesAndTheHeldOneGivesWay() {
        long held = node.load("x.csv", ledger.rows(2, 4), HELD).batchId();
        BatchTotals corrected = node.load("y.csv", ledger.rows(3, 5));
        assertThat(corrected.queued()).isEqualTo(3);
        FileDecisionResult decided = files.decide(Decision.RELEASE, held, "jan", "x");
        assertThat(decided).isEqualTo(new FileDecisionResult(FileDecisionResult.Outcome.DONE, 1, 2));
        assertThat(ledger.count("reminder where state = 'QUEUED'")).isEqualTo(4);
        assertThat(ledger.count("outcome where state = 'SUPPRESSED' and reason = 'DUPLICATE_DEBT'"))
                .isEqualTo(2);
        assertThat(node.load("z.csv", ledger.rows(2, 5)).reasons()).isEqualTo(Map.of("DUPLICATE_DEBT", 4));
    }

    /** Its rows were held against what waited before; so nothing may be released in between. */
    @Test
    void nothingIsReleasedWhileAFileOfTheSourceIsBeingLoaded() {
        long held = node.load("x.csv", ledger.rows(2, 2), HELD).batchId();
        long other = node.begin("y.csv");
        node.batches.load(other, ledger.rows(2, 2), List.of());
        assertThat(files.decide(Decision.RELEASE, held, "jan", "x").outcome())
                .isEqualTo(FileDecisionResult.Outcome.BUSY);
        assertThat(ledger.count("reminder where state = 'HELD'")).isEqualTo(1);
        node.batches.finish(other, 1);
        assertThat(files.decide(Decision.RELEASE, held, "jan", "x"))
                .isEqualTo(new FileDecisionResult(FileDecisionResult.Outcome.DONE, 0, 1));
    }

    @Test
    void aFileIsWithdrawnAsFarAsItHasNotBeenSent() {
        BatchTotals totals = node.load("x.csv", ledger.rows(2, 4));
        node.submitting(1);
        FileDecisionResult decided = files.decide(Decision.WITHDRAW, totals.batchId(), "ewa", "wrong month");
        assertThat(decided.changed()).isEqualTo(2);
        assertThat(ledger.count("reminder where state = 'WITHDRAWN'")).isEqualTo(2);
        assertThat(ledger.count("outcome where state = 'WITHDRAWN'")).isEqualTo(2);
        long held = node.load("y.csv", ledger.rows(12, 13), HELD).batchId();
        assertThat(files.decide(Decision.WITHDRAW, held, "ewa", "x").changed()).isEqualTo(2);
        AtomicReference<BatchFacts> seen = new AtomicReference<>();
        node.load("z.csv", ledger.rows(22, 23), terms(facts -> {
            seen.set(facts);
            return List.of();
        }));
        assertThat(seen.get().last()).as("nothing is learned from either").isEmpty();
    }

    @Test
    void whatIsPastItsTimeOrNotThereIsLeftAlone() {
        long held = node.load("x.csv", ledger.rows(2, 2), HELD).batchId();
        ledger.clock.advance(Duration.ofDays(3));
        assertThat(files.decide(Decision.RELEASE, held, "jan", "x").outcome())
                .isEqualTo(FileDecisionResult.Outcome.LATE);
        assertThat(files.decide(Decision.RELEASE, 999, "jan", "x").outcome())
                .isEqualTo(FileDecisionResult.Outcome.NOTHING);
        assertThat(files.decide(Decision.WITHDRAW, node.begin("y.csv"), "jan", "x")
                        .outcome())
                .isEqualTo(FileDecisionResult.Outcome.NOTHING);
        assertThatIllegalArgumentException().isThrownBy(() -> files.decide(Decision.RELEASE, held, " ", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> files.decide(Decision.RESEND, held, "jan", "x"));
        assertThat(ledger.states()).containsEntry(2, "HELD");
    }

    @Test
    void aCrashBeforeTheEndOfTheLoadingHoldsItAgain() {
        long batch = node.begin("x.csv");
        node.batches.load(batch, ledger.rows(2, 3), List.of());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> node.batches.finish(batch, 2, terms(facts -> {
                    throw new IllegalStateException("power cut");
                })))
                .hasMessage("power cut");
        assertThat(ledger.states()).isEqualTo(Map.of(2, "QUEUED", 3, "QUEUED"));
        LedgerFixture.Node restarted = ledger.node("a");
        assertThat(restarted.begin("x.csv")).isEqualTo(batch);
        restarted.batches.load(batch, ledger.rows(2, 3), List.of());
        assertThat(restarted.batches.finish(batch, 2, HELD).held()).isEqualTo(2);
        assertThat(restarted.batches.open(LedgerFixture.file("x.csv"), "UTF-8", ';'))
                .as("its answers show what was noticed")
                .isInstanceOfSatisfying(
                        Opening.Answer.class,
                        answer -> assertThat(answer.totals().findings()).hasSize(1));
    }

    @Test
    void theGateSeesTheFileInFigures() {
        node.load("first.csv", ledger.rows(102, 103));
        node.load(
                "mended.csv",
                ledger.rows(104, 104),
                new ReleasePolicy(null, HELD.budget(), HELD.canary(), true, false));
        AtomicReference<BatchFacts> seen = new AtomicReference<>();
        long batch = node.begin("x.csv");
        List<NewReminder> rows = List.of(
                ledger.rowOf(2, "48501000002", 120_000, "61109010140000120019812874"),
                ledger.rowOf(3, "48501000002", 12_345, "61109010140000071212345874"),
                ledger.rowOf(4, "48501000002", 80_000, "61800010140000120019812874"),
                ledger.rowOf(5, "48501000005", 200_000_200, null),
                ledger.rowOf(6, "48501000005", 50_100_000_5, null));
        node.batches.load(batch, rows, List.of(ledger.rejection(7)));
        node.batches.finish(batch, 6, terms(facts -> {
            seen.set(facts);
            return List.of();
        }));
        assertThat(seen.get())
                .isEqualTo(new BatchFacts(
                        6,
                        1,
                        5,
                        120_000 + 12_345 + 80_000 + 200_000_200 + 501_000_005 + 700,
                        12_345,
                        501_000_005,
                        3,
                        3,
                        List.of(new BatchFacts.Export(2, 1102 + 1103)),
                        0,
                        0));
    }

    private List<HeldFile> listed() {
        List<HeldFile> held = new ArrayList<>();
        files.each(held::add);
        return held;
    }

    private static ReleasePolicy terms(java.util.function.Function<BatchFacts, List<Finding>> gate) {
        return new ReleasePolicy(gate, ReleasePolicy.NONE.budget(), ReleasePolicy.NONE.canary(), false, true);
    }
}
