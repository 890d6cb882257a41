package pl.kurenda.ledger.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.Opening;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.decision.FileDecisionResult;
import pl.kurenda.ledger.decision.HeldFile;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.SubmitReport;

/** Budgets and canaries hold parts of a file. A segment costs 0.07 PLN. */
class HoldsTest {
    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node node = ledger.node("a");

    @ParameterizedTest
    @CsvSource({"0.28, 3, 0", "0.2799, 2, 1", "0.21, 2, 1", "0.14, 1, 2", "0, 0, 3"})
    void whatGoesOverTheBudgetIsHeldInTheOrderOfTheFile(String pln, int queued, int held) {
        List<NewReminder> rows = List.of(ledger.row(2), ledger.row(3, "two", 5, 2), ledger.row(4));
        BatchTotals totals = node.load("x.csv", rows, budget(pln, null, null));
        assertThat(totals.queued()).isEqualTo(queued);
        assertThat(totals.held()).isEqualTo(held);
        if (held > 0) {
            assertThat(totals.reasons()).isEqualTo(Map.of("BUDGET", held));
            assertThat(totals.findings()).containsExactly(Finding.of("BUDGET_BATCH", pln, "0", held));
            assertThat(ledger.state(4)).isEqualTo("HELD");
        }
        assertThat(node.submitting(10)).as("the rest goes").hasSize(queued);
    }

    @Test
    void theDaysBudgetIsOneForAllNodesAndFilesAndComesBackWithWhatIsWithdrawn() {
        ReleasePolicy day = budget(null, "0.35", "100");
        node.load("x.csv", ledger.rows(2, 4), day);
        LedgerFixture.Node other = ledger.node("b");
        long second = other.begin("y.csv");
        assertThat(node.batches.open(LedgerFixture.file("z.csv"), "UTF-8", ';'))
                .as("no two files of a source ask for the same money at once")
                .isInstanceOf(Opening.Busy.class);
        other.batches.load(second, ledger.rows(12, 14), List.of());
        BatchTotals totals = other.batches.finish(second, 3, day);
        assertThat(totals.queued()).isEqualTo(2);
        assertThat(totals.findings()).containsExactly(Finding.of("BUDGET_DAY", "0.35", "0.2100", 1));
        ledger.decisions().decide(Decision.WITHDRAW, List.of(ledger.id(2), ledger.id(3)), "jan", "x");
        assertThat(node.load("z.csv", ledger.rows(22, 24), day).queued()).isEqualTo(2);
        ledger.clock.advance(Duration.ofHours(14));
        assertThat(node.load("tomorrow.csv", ledger.rows(32, 34), day).queued()).isEqualTo(3);
    }

    @Test
    void theMonthsBudgetCountsTheDaysBefore() {
        ReleasePolicy month = budget(null, null, "0.35");
        node.load("x.csv", ledger.rows(2, 4), month);
        ledger.clock.advance(Duration.ofDays(2));
        BatchTotals totals = node.load("y.csv", ledger.rows(12, 14), month);
        assertThat(totals.queued()).isEqualTo(2);
        assertThat(totals.findings()).containsExactly(Finding.of("BUDGET_MONTH", "0.35", "0.2100", 1));
        ledger.clock.advance(Duration.ofDays(6));
        assertThat(node.load("december.csv", ledger.rows(22, 24), month).queued())
                .isEqualTo(3);
    }

    @Test
    void whatIsOverBudgetIsReleasedByAPerson() {
        long file = node.load("x.csv", ledger.rows(2, 4), budget("0.07", null, null))
                .batchId();
        assertThat(ledger.fileDecisions().decide(Decision.RELEASE, file, "jan", "money was found"))
                .isEqualTo(new FileDecisionResult(FileDecisionResult.Outcome.DONE, 2, 0));
        assertThat(ledger.states().values()).containsOnly("QUEUED");
    }

    @Test
    void theRestFollowsAWhileAfterTheCanaryIsOut() {
        BatchTotals totals = node.load("x.csv", ledger.rows(2, 1302), canary(2));
        assertThat(totals.reasons()).isEqualTo(Map.of("CANARY", 1299));
        assertThat(totals.findings()).containsExactly(Finding.of("CANARY", 2, 30, 1299));
        List<HeldFile> listed = new ArrayList<>();
        ledger.fileDecisions().each(listed::add);
        assertThat(listed).extracting(HeldFile::reason).containsExactly("CANARY");
        ledger.clock.advance(Duration.ofHours(10));
        node.batches.goOn();
        assertThat(ledger.count("reminder where state = 'HELD'"))
                .as("not out yet")
                .isEqualTo(1299);
        List<ClaimedReminder> first = node.submitting(10);
        assertThat(first).hasSize(2);
        node.accepted(first.get(0), "1");
        node.accepted(first.get(1), "2");
        ledger.clock.advance(Duration.ofMinutes(29));
        node.batches.goOn();
        assertThat(ledger.count("reminder where state = 'HELD'"))
                .as("a minute early")
                .isEqualTo(1299);
        ledger.clock.advance(Duration.ofMinutes(1));
        LedgerFixture.Node other = ledger.node("b");
        other.batches.goOn();
        node.batches.goOn();
        assertThat(ledger.count("reminder where state = 'QUEUED' and reason is null"))
                .isEqualTo(1299);
        assertThat(ledger.count("history where reason = 'CANARY_PASSED'")).isEqualTo(1299);
        assertThat(ledger.count("batch where canary is not null")).isZero();
    }

    /** The node died after it had decided and released a part. */
    @Test
    void aReleaseThatWasCutShortIsEndedByAnotherNode() {
        node.load("x.csv", ledger.rows(2, 6), canary(2));
        ledger.jdbc.sql("update batch set canary = 'PASSED'").update();
        ledger.run("update reminder set state = 'QUEUED', reason = null where line = 4");
        ledger.node("b").batches.goOn();
        assertThat(ledger.states().values()).containsOnly("QUEUED");
        assertThat(ledger.count("batch where canary is not null")).isZero();
    }

    @Test
    void tooManyFailuresLeaveTheRestToAPerson() {
        long file = node.load("x.csv", ledger.rows(2, 6), canary(4)).batchId();
        List<ClaimedReminder> first = node.submitting(10);
        first.subList(0, 3).forEach(claimed -> node.accepted(claimed, "id" + claimed.id()));
        node.dispatches.record(List.of(new SubmitReport(
                first.get(3).id(), first.get(3).fence(), ReminderState.REJECTED, "x", null, List.of())));
        ledger.clock.advance(Duration.ofHours(1));
        node.batches.goOn();
        assertThat(ledger.state(6)).isEqualTo("HELD");
        List<HeldFile> listed = new ArrayList<>();
        ledger.fileDecisions().each(listed::add);
        assertThat(listed.get(0).findings())
                .containsExactly(Finding.of("CANARY", 4, 30, 1), Finding.of("CANARY_FAILED", 1, 4, 20));
        ledger.clock.advance(Duration.ofHours(1));
        node.batches.goOn();
        assertThat(ledger.state(6)).isEqualTo("HELD");
        assertThat(ledger.fileDecisions()
                        .decide(Decision.RELEASE, file, "jan", "one dead number")
                        .changed())
                .isEqualTo(1);
    }

    @Test
    void whereTheCanaryNeverWentOutNothingFollows() {
        node.load("x.csv", ledger.rows(2, 4), canary(1));
        ledger.decisions().decide(Decision.WITHDRAW, List.of(ledger.id(2)), "jan", "wrong");
        ledger.clock.advance(Duration.ofHours(1));
        node.batches.goOn();
        assertThat(ledger.states()).isEqualTo(Map.of(2, "WITHDRAWN", 3, "HELD", 4, "HELD"));
        assertThat(ledger.count("batch where canary = 'FAILED'")).isEqualTo(1);
    }

    @Test
    void aFileNoLargerThanItsCanaryGoesAtOnce() {
        assertThat(node.load("x.csv", ledger.rows(2, 4), canary(3)).queued()).isEqualTo(3);
    }

    private static ReleasePolicy budget(String batch, String day, String month) {
        return new ReleasePolicy(
                null,
                new ReleasePolicy.Budget(pln(batch), pln(day), pln(month)),
                ReleasePolicy.NONE.canary(),
                false,
                true);
    }

    private static BigDecimal pln(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static ReleasePolicy canary(int size) {
        return new ReleasePolicy(
                null,
                ReleasePolicy.NONE.budget(),
                new ReleasePolicy.Canary(size, Duration.ofMinutes(30), 20),
                false,
                true);
    }
}
