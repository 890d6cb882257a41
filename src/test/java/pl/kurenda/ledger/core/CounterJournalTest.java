package pl.kurenda.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.kurenda.TallyCheck;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.SegmentOutcome;
import pl.kurenda.ledger.dispatch.SubmitReport;
import pl.kurenda.ledger.gate.ReleasePolicy;
import pl.kurenda.ledger.inbox.DeliveryReceipt;
import pl.kurenda.ledger.receipt.JdbcReceiptsTest;
import pl.kurenda.recipient.Msisdn;

/** The counters of the pages equal a full count after each kind of change and after each rollup. */
class CounterJournalTest {
    private static final Duration WINDOW = Duration.ofHours(72);

    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node node = ledger.node("a");

    @AfterEach
    void exactBeforeAndAfterAFold() {
        exact();
        node.upkeep.tidy(WINDOW);
        assertThat(ledger.count("tally_change")).isZero();
        exact();
    }

    @Test
    void aWrongCounterIsFound() {
        node.load("x.csv", 2);
        ledger.jdbc.sql("update tally_change set amount = amount + 1").update();
        assertThatThrownBy(this::exact).isInstanceOf(AssertionError.class);
        ledger.jdbc.sql("update tally_change set amount = amount - 1").update();
    }

    @Test
    void loadingIsCountedBlockByBlockAndADiscardedFileIsNot() {
        long batch = node.begin("x.csv");
        node.batches.load(batch, ledger.rows(2, 5), List.of(ledger.rejection(6), ledger.rejection(7)));
        node.batches.load(batch, ledger.rows(2, 5), List.of(ledger.rejection(6)));
        exact();
        assertThat(count(batch)).isEqualTo(Map.of("QUEUED", 4L, "REJECTED_ROW", 2L));
        node.batches.load(batch, List.of(ledger.row(9, "debt2", 9, 1), ledger.row(10, "debt3", 1003, 1)), List.of());
        exact();
        node.batches.finish(batch, 8, ReleasePolicy.NONE);
        exact();
        long other = node.begin("y.csv");
        node.batches.load(other, List.of(ledger.row(2), ledger.row(30)), List.of(ledger.rejection(6)));
        node.batches.discard(other);
        exact();
        assertThat(count(other).values()).allMatch(n -> n == 0);
    }

    @Test
    void whatBecomesFinalWhileAFileIsLoadedIsBookedOnTheDayOnWhichTheFileIsComplete() {
        ledger.clock.advance(Duration.ofHours(12).plusMinutes(59));
        long batch = node.begin("x.csv");
        node.batches.load(batch, List.of(ledger.row(2), ledger.row(3, "debt2", 1002, 1)), List.of());
        assertThat(ledger.count("outcome where day = '2026-11-24'")).isEqualTo(1);
        ledger.clock.advance(Duration.ofMinutes(2));
        node.batches.load(batch, List.of(ledger.row(4, "debt2", 1002, 1)), List.of());
        node.batches.finish(batch, 3, ReleasePolicy.NONE);
        exact();
        assertThat(ledger.count("outcome where day = '2026-11-25'")).isEqualTo(2);
        assertThat(ledger.count("outcome")).isEqualTo(2);
    }

    @Test
    void sendingAndReceipts() {
        node.load("x.csv", 5);
        List<ClaimedReminder> sent = node.submitting(4);
        exact();
        node.accepted(sent.get(0), "70");
        node.accepted(sent.get(1), "71");
        answer(sent.get(2), ReminderState.REJECTED);
        answer(sent.get(3), ReminderState.QUEUED);
        exact();
        receive(sent.get(0), "70", "DELIVERED");
        exact();
        assertThat(ledger.count("outcome_count")).isEqualTo(2);
        assertThat(ledger.jdbc
                        .sql("select sum(reminders) from send_count")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        ledger.clock.advance(WINDOW.plusMinutes(1));
        node.upkeep.tidy(WINDOW);
        exact();
        assertThat(ledger.state(3)).isEqualTo("NO_RECEIPT");
        receive(sent.get(1), "71", "UNDELIVERABLE");
        assertThat(ledger.count("outcome_count where correction")).isEqualTo(1);
    }

    @Test
    void whatDeadNodesLeaveAndWhatIsDecidedAboutIt() {
        ledger.leaveUnknown("x.csv", 3);
        exact();
        decide(Decision.RESEND, 2);
        decide(Decision.GIVE_UP, 3);
        decide(Decision.WITHDRAW, 2);
        ledger.node("alive").load("y.csv", 4);
        node.dispatches.claim(1, source -> true);
        ledger.clock.advance(Duration.ofDays(30));
        node.upkeep.tidy(WINDOW);
        assertThat(ledger.states()).containsEntry(5, "EXPIRED");
    }

    @Test
    void whatIsHeldReleasedPaidAndSuppressed() {
        ledger.holdTwoAmounts("x.csv");
        decide(Decision.WITHDRAW, 2);
        decide(Decision.RELEASE, 3);
        long held = ledger.holdFile("held.csv", 8);
        exact();
        ledger.fileDecisions().decide(Decision.RELEASE, held, "jan", "looked at it");
        exact();
        ReleasePolicy canary = new ReleasePolicy(
                null, ReleasePolicy.NONE.budget(), new ReleasePolicy.Canary(1, Duration.ZERO, 100), false, true);
        node.load("canary.csv", ledger.rows(20, 24), canary);
        exact();
        ledger.optOuts().add(new Msisdn("48501000021"), "jan", "letter");
        exact();
        node.submitting(100).forEach(reminder -> node.accepted(reminder, "9" + reminder.id()));
        node.batches.goOn();
        exact();
        ReleasePolicy full =
                new ReleasePolicy(null, ReleasePolicy.NONE.budget(), ReleasePolicy.NONE.canary(), true, true);
        node.load("full.csv", List.of(ledger.row(90)), full);
        assertThat(ledger.states()).containsEntry(24, "SUPPRESSED");
    }

    @Test
    void aDayIsBilledOnceItIsOver() {
        node.load("x.csv", List.of(ledger.row(2), ledger.row(3, "two", 5, 2), ledger.row(4)));
        List<ClaimedReminder> sent = node.submitting(3);
        node.accepted(sent.get(0), "70");
        node.accepted(sent.get(1), "71", "72");
        answer(sent.get(2), ReminderState.REJECTED);
        ledger.clock.advance(Duration.ofHours(13));
        node.upkeep.tidy(WINDOW);
        assertThat(ledger.count("billed_day"))
                .as("the day is over at 23:00 UTC, but not for an hour")
                .isZero();
        ledger.clock.advance(Duration.ofHours(25));
        node.upkeep.tidy(WINDOW);
        ledger.node("b").upkeep.tidy(WINDOW);
        assertThat(ledger.count("billed_tally where day = '2026-11-24' and source = 'waste' and segments = 3"))
                .isEqualTo(1);
        assertThat(ledger.count("billed_tally")).isEqualTo(1);
        assertThat(ledger.count("billed_day")).as("and the empty day after it").isEqualTo(2);
    }

    @Test
    void foldsOfTwoNodesAtOnceCountNothingTwice() {
        for (int i = 0; i < 20; i++) {
            node.load(i + ".csv", List.of(ledger.row(2, "debt" + i, 100 + i, 1)));
        }
        LedgerFixture.Node other = ledger.node("b");
        java.util.concurrent.CompletableFuture.allOf(
                        java.util.concurrent.CompletableFuture.runAsync(() -> node.upkeep.tidy(WINDOW)),
                        java.util.concurrent.CompletableFuture.runAsync(() -> other.upkeep.tidy(WINDOW)))
                .join();
    }

    private void exact() {
        TallyCheck.exact(ledger.jdbc);
    }

    private void decide(Decision decision, int line) {
        ledger.decisions().decide(decision, List.of(ledger.id(line)), "jan", "because");
        exact();
    }

    private void answer(ClaimedReminder reminder, ReminderState state) {
        List<SegmentOutcome> answers = List.of(new SegmentOutcome(1, state, null, 88, null, ledger.clock.instant()));
        node.dispatches.record(List.of(
                new SubmitReport(reminder.id(), reminder.fence(), state, "REFUSED", ledger.clock.instant(), answers)));
    }

    private void receive(ClaimedReminder reminder, String id, String stat) {
        ledger.receive(ledger.entries(List.of(
                new DeliveryReceipt("smsc", id, reminder.msisdn(), stat, "000", null, ledger.clock.instant()))));
        node.inbox.settle(10, new JdbcReceiptsTest.Same(), WINDOW);
        exact();
    }

    private Map<String, Long> count(long batch) {
        Map<String, Long> counts = new java.util.HashMap<>();
        ledger.jdbc
                .sql("select state, sum(reminders) from state_count where batch_id = ? group by state")
                .param(batch)
                .query(rs -> {
                    counts.put(rs.getString(1), rs.getLong(2));
                });
        return counts;
    }
}
