package pl.kurenda.ledger.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.SegmentOutcome;
import pl.kurenda.ledger.dispatch.SubmitReport;
import pl.kurenda.ledger.inbox.DeliveryReceipt;
import pl.kurenda.ledger.receipt.JdbcReceiptsTest;

/** What is decided about reminders of which nobody knows whether they went out. */
class UnknownDecisionsTest {
    private static final Duration WINDOW = Duration.ofHours(72);

    private final LedgerFixture ledger = new LedgerFixture();
    private final Decisions decisions = ledger.decisions();

    @Test
    void whatIsResentGoesOutAgainAndIsBookedOnce() {
        ledger.leaveUnknown("x.csv", 2);
        ledger.clock.advance(Duration.ofMinutes(5));
        DecisionResult decided = decide(Decision.RESEND, 2, "operator has not seen it");
        assertThat(decided.done()).containsExactly(ledger.id(2));
        assertThat(ledger.count("reminder where state = 'QUEUED' and fence = 0"
                        + " and not_before = state_at and state_at = '2026-11-24 10:05:00'"))
                .isEqualTo(1);
        assertThat(ledger.count("history where who = 'jan' and reason = 'operator has not seen it'"
                        + " and from_state = 'UNKNOWN' and to_state = 'QUEUED'"))
                .isEqualTo(1);
        LedgerFixture.Node b = ledger.node("b");
        b.accepted(b.submitting(10).get(0), "77");
        settle(b, "77");
        assertThat(ledger.states()).containsEntry(2, "DELIVERED").containsEntry(3, "UNKNOWN");
        assertThat(ledger.count("outcome")).isEqualTo(1);
    }

    @Test
    void aClosedBatchIsOpenedAgain() {
        ledger.leaveUnknown("x.csv", 1);
        ledger.jdbc.sql("update batch set open = false").update();
        decide(Decision.RESEND, 2, "x");
        assertThat(ledger.node("b").submitting(10)).hasSize(1);
    }

    @Test
    void segmentsThatWereAcceptedAreNotSentAgain() {
        LedgerFixture.Node a = ledger.node("a");
        a.load("x.csv", List.of(ledger.row(2, "d", 100, 3)));
        record(
                a,
                a.submitting(1).get(0),
                ReminderState.UNKNOWN,
                answer(1, ReminderState.ENROUTE, "77"),
                answer(2, ReminderState.UNKNOWN, null));
        decide(Decision.RESEND, 2, "x");
        assertThat(a.submitting(1).get(0).accepted()).containsExactly(1);
    }

    /** The node was frozen, not dead: its answer comes when the reminder has been queued again. */
    @ParameterizedTest
    @EnumSource(
            value = ReminderState.class,
            names = {"ENROUTE", "REJECTED", "UNKNOWN", "QUEUED"})
    void anAnswerToTheFirstSubmitSettlesAndBooksNothingOfTheSecond(ReminderState late) {
        LedgerFixture.Node a = ledger.node("a");
        a.load("x.csv", 1);
        ClaimedReminder first = a.submitting(1).get(0);
        ledger.dies(a);
        LedgerFixture.Node b = ledger.node("b");
        b.upkeep.tidy(WINDOW);
        decide(Decision.RESEND, 2, "x");
        record(a, first, late);
        assertThat(ledger.states()).containsEntry(2, "QUEUED");
        assertThat(ledger.count("outcome")).isZero();
        ClaimedReminder second = b.submitting(1).get(0);
        record(a, first, late);
        record(b, second, ReminderState.REJECTED);
        record(a, first, late);
        assertThat(ledger.states()).containsEntry(2, "REJECTED");
        assertThat(ledger.count("outcome where state = 'REJECTED'")).isEqualTo(1);
        assertThat(ledger.count("outcome")).isEqualTo(1);
        assertThat(ledger.count("history where who = 'a' and to_state <> 'SUBMITTING'"))
                .isZero();
    }

    @Test
    void anAcceptanceThatComesLateKeepsTheResentOneFromGoingOutTwice() {
        LedgerFixture.Node a = ledger.node("a");
        a.load("x.csv", 1);
        ClaimedReminder first = a.submitting(1).get(0);
        ledger.dies(a);
        LedgerFixture.Node b = ledger.node("b");
        b.upkeep.tidy(WINDOW);
        decide(Decision.RESEND, 2, "x");
        a.accepted(first, "77");
        assertThat(b.submitting(1).get(0).accepted()).containsExactly(1);
    }

    @Test
    void whatIsGivenUpIsBookedOnce() {
        LedgerFixture.Node a = ledger.node("a");
        a.load("x.csv", List.of(ledger.row(2, "d", 100, 2)));
        record(
                a,
                a.submitting(1).get(0),
                ReminderState.UNKNOWN,
                answer(1, ReminderState.ENROUTE, "77"),
                answer(2, ReminderState.UNKNOWN, null));
        assertThat(decide(Decision.GIVE_UP, 2, "moved away").done()).hasSize(1);
        assertThat(ledger.count("outcome where state = 'ABANDONED' and segments = 1 and not correction"))
                .isEqualTo(1);
        assertThat(decide(Decision.GIVE_UP, 2, "again").elsewhere()).hasSize(1);
        assertThat(decide(Decision.RESEND, 2, "again").elsewhere()).hasSize(1);
        assertThat(ledger.count("outcome")).isEqualTo(1);
        assertThat(ledger.count("history where to_state = 'ABANDONED' and who = 'jan' and reason = 'moved away'"))
                .isEqualTo(1);
    }

    @Test
    void aReceiptForWhatWasGivenUpIsBookedAsACorrection() {
        LedgerFixture.Node a = ledger.node("a");
        a.load("x.csv", 1);
        ClaimedReminder frozen = a.submitting(1).get(0);
        ledger.dies(a);
        ledger.node("b").upkeep.tidy(WINDOW);
        decide(Decision.GIVE_UP, 2, "x");
        a.accepted(frozen, "77");
        assertThat(ledger.states()).containsEntry(2, "ABANDONED");
        settle(a, "77");
        assertThat(ledger.states()).containsEntry(2, "DELIVERED");
        assertThat(ledger.count("outcome where state = 'ABANDONED' and not correction"))
                .isEqualTo(1);
        assertThat(ledger.count("outcome where state = 'DELIVERED' and correction"))
                .isEqualTo(1);
    }

    @Test
    void thePolicyWaitsForAReceiptAndResendsOnceOnly() {
        ledger.leaveUnknown("x.csv", 1);
        Duration patience = Duration.ofMinutes(10);
        ledger.clock.advance(patience);
        assertThat(decisions.resendUnknown(patience)).as("not longer than that").isZero();
        ledger.clock.advance(Duration.ofSeconds(1));
        assertThat(decisions.resendUnknown(patience)).isEqualTo(1);
        assertThat(ledger.count("history where who = 'policy' and from_state = 'UNKNOWN' and to_state = 'QUEUED'"))
                .isEqualTo(1);
        LedgerFixture.Node again = ledger.node("again");
        assertThat(again.submitting(1)).hasSize(1);
        ledger.dies(again);
        ledger.node("alive").upkeep.tidy(WINDOW);
        assertThat(ledger.states()).containsEntry(2, "UNKNOWN");
        ledger.clock.advance(Duration.ofHours(1));
        assertThat(decisions.resendUnknown(patience)).as("twice").isZero();
        assertThat(decide(Decision.RESEND, 2, "a person may").complete()).isTrue();
    }

    /** The operator does not repeat our reference, and the id was never seen: nobody knows whose the receipt is. */
    @Test
    void aReceiptOfTheTelephoneStandsAgainstAResendUntilAPersonKnowsBetter() {
        ledger.leaveUnknown("x.csv", 2);
        LedgerFixture.Node b = ledger.node("b");
        String msisdn = ledger.jdbc
                .sql("select msisdn from reminder where line = 2")
                .query(String.class)
                .single();
        ledger.receive(ledger.entries(List.of(
                new DeliveryReceipt("smsc", "4711", msisdn, "DELIVERED", "000", null, ledger.clock.instant()))));
        settle(b, "none");
        ledger.clock.advance(Duration.ofMinutes(11));
        decisions.each(
                ReminderState.UNKNOWN,
                waiting ->
                        assertThat(waiting.reason().endsWith("RECEIPT_WAITS")).isEqualTo(waiting.line() == 2));
        assertThat(decisions.resendUnknown(Duration.ofMinutes(10)))
                .as("the policy, the other one")
                .isEqualTo(1);
        assertThat(ledger.states()).containsEntry(2, "UNKNOWN").containsEntry(3, "QUEUED");
        DecisionResult refused = decide(Decision.RESEND, 2, "not in the log");
        assertThat(refused.witnessed()).containsExactly(ledger.id(2));
        assertThat(refused.complete()).isFalse();
        assertThat(decide(Decision.RESEND_ANYWAY, 2, "the receipt was another's")
                        .done())
                .containsExactly(ledger.id(2));
    }

    @Test
    void anAnswerAfterTheTimeoutSettlesWhatIsStillUnknownAndNothingElse() {
        LedgerFixture.Node a = ledger.node("a");
        a.load("x.csv", 2);
        List<ClaimedReminder> both = a.submitting(2);
        both.forEach(claimed -> record(a, claimed, ReminderState.UNKNOWN, answer(1, ReminderState.UNKNOWN, null)));
        decide(Decision.RESEND, 3, "x");
        assertThat(a.submitting(1)).hasSize(1);
        both.forEach(claimed -> a.dispatches.record(List.of(new SubmitReport(
                        claimed.id(),
                        claimed.fence(),
                        ReminderState.ENROUTE,
                        null,
                        null,
                        List.of(answer(1, ReminderState.ENROUTE, "id" + claimed.id())))
                .asLate())));
        assertThat(ledger.states()).containsEntry(2, "ENROUTE").containsEntry(3, "SUBMITTING");
        assertThat(ledger.count("segment where message_id is not null"))
                .as("a receipt will name them")
                .isEqualTo(2);
    }

    @Test
    void thePolicyLeavesWhatIsPastItsTime() {
        ledger.leaveUnknown("x.csv", 1);
        ledger.clock.advance(Duration.ofDays(3));
        assertThat(decisions.resendUnknown(Duration.ofMinutes(10))).isZero();
        assertThat(ledger.states()).containsEntry(2, "UNKNOWN");
    }

    private DecisionResult decide(Decision decision, int line, String why) {
        return decisions.decide(decision, List.of(ledger.id(line)), "jan", why);
    }

    private SegmentOutcome answer(int number, ReminderState state, String messageId) {
        return new SegmentOutcome(number, state, messageId, null, null, ledger.clock.instant());
    }

    private void record(
            LedgerFixture.Node node, ClaimedReminder claimed, ReminderState state, SegmentOutcome... answers) {
        node.dispatches.record(
                List.of(new SubmitReport(claimed.id(), claimed.fence(), state, null, null, List.of(answers))));
    }

    private void settle(LedgerFixture.Node node, String messageId) {
        ledger.receive(ledger.entries(List.of(new DeliveryReceipt(
                "smsc", messageId, ledger.row(2).phone().digits(), "DELIVERED", "000", null, ledger.clock.instant()))));
        node.inbox.settle(100, new JdbcReceiptsTest.Same(), WINDOW);
    }
}
