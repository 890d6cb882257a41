package pl.kurenda.ledger.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.inbox.DeliveryReceipt;
import pl.kurenda.ledger.receipt.JdbcReceiptsTest;
import pl.kurenda.ledger.receipt.MessageReference;

/** A reminder in state UNKNOWN is sent again, and meanwhile it turns out that it was sent the first time. */
class ResentReceiptTest {
    private static final Duration WINDOW = Duration.ofHours(72);

    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node old = ledger.node("old");
    private final LedgerFixture.Node a = ledger.node("a");
    private ClaimedReminder first;

    @BeforeEach
    void resendOneOfUnknownFate() {
        old.load("x.csv", 1);
        first = old.submitting(1).get(0);
        ledger.dies(old);
        a.upkeep.tidy(WINDOW);
        ledger.decisions().decide(Decision.RESEND, List.of(first.id()), "anna", "not in the log");
        assertThat(ledger.state(2)).isEqualTo("QUEUED");
    }

    @ParameterizedTest
    @CsvSource({"DELIVERED", "UNDELIVERABLE", "EXPIRED"})
    void aReceiptByReferenceSettlesItAndNothingIsSentAgain(String stat) {
        receive("77", stat, MessageReference.of(first.id(), 1));
        assertThat(ledger.state(2)).isEqualTo(stat);
        assertThat(a.submitting(1)).isEmpty();
        assertThat(ledger.count("outcome where not correction")).isEqualTo(1);
    }

    @Test
    void aLateAnswerAndItsReceiptSettleIt() {
        lateAnswer(ReminderState.ENROUTE, "77");
        receive("77", "DELIVERED", null);
        assertThat(ledger.state(2)).isEqualTo("DELIVERED");
        assertThat(a.submitting(1)).isEmpty();
    }

    @Test
    void whatIsClaimedAlreadyIsNotSubmitted() {
        List<ClaimedReminder> claimed = a.dispatches.claim(1, source -> true);
        receive("77", "DELIVERED", MessageReference.of(first.id(), 1));
        assertThat(a.dispatches.submitting(claimed)).isEmpty();
        assertThat(ledger.state(2)).isEqualTo("DELIVERED");
    }

    @ParameterizedTest
    @CsvSource({"ENROUTE,78", "QUEUED,", "UNKNOWN,"})
    void aReceiptDuringTheSecondSubmitCountsOnceThatIsAnswered(ReminderState second, String id) {
        ClaimedReminder again = a.submitting(1).get(0);
        lateAnswer(ReminderState.ENROUTE, "77");
        receive("77", "DELIVERED", null);
        assertThat(ledger.state(2)).isEqualTo("SUBMITTING");
        answer(a, again, second, id);
        assertThat(ledger.state(2)).isEqualTo("DELIVERED");
        ledger.clock.advance(WINDOW.plusHours(1));
        a.upkeep.tidy(WINDOW);
        assertThat(ledger.state(2)).isEqualTo("DELIVERED");
    }

    @Test
    void theIdOfTheFirstTryOutlivesARefusalOfTheSecond() {
        ClaimedReminder again = a.submitting(1).get(0);
        lateAnswer(ReminderState.ENROUTE, "77");
        answer(a, again, ReminderState.QUEUED, null);
        assertThat(ledger.state(2)).as("nothing is left to send").isEqualTo("ENROUTE");
        assertThat(a.submitting(1)).isEmpty();
        receive("77", "DELIVERED", null);
        assertThat(ledger.state(2)).isEqualTo("DELIVERED");
    }

    @Test
    void ofARefusedOneNoReceiptTellsAnything() {
        ClaimedReminder again = a.submitting(1).get(0);
        answer(a, again, ReminderState.QUEUED, null);
        receive("77", "DELIVERED", MessageReference.of(first.id(), 1));
        assertThat(ledger.state(2)).isEqualTo("QUEUED");
        assertThat(ledger.count("receipt_inbox where state = 'NEW'")).isEqualTo(1);
    }

    @Test
    void oneAcceptedWithoutAnIdIsSettledByItsReference() {
        ClaimedReminder again = a.submitting(1).get(0);
        answer(a, again, ReminderState.ENROUTE, "");
        receive("99", "DELIVERED", MessageReference.of(first.id(), 1));
        assertThat(ledger.state(2)).isEqualTo("DELIVERED");
    }

    private void lateAnswer(ReminderState state, String id) {
        answer(old, first, state, id);
    }

    private void answer(LedgerFixture.Node node, ClaimedReminder reminder, ReminderState state, String id) {
        Integer status = state == ReminderState.QUEUED ? Integer.valueOf(0x58) : null;
        node.dispatches.record(List.of(new SubmitReport(
                reminder.id(),
                reminder.fence(),
                state,
                null,
                state == ReminderState.QUEUED ? ledger.clock.instant() : null,
                "smsc",
                List.of(new SegmentOutcome(1, state, id, status, null, ledger.clock.instant())))));
    }

    private void receive(String id, String stat, Integer reference) {
        ledger.receive(ledger.entries(List.of(
                new DeliveryReceipt("smsc", id, first.msisdn(), stat, "000", reference, ledger.clock.instant()))));
        a.inbox.settle(100, new JdbcReceiptsTest.Same(), WINDOW);
    }

    @Test
    void neverSentOnesAreNobodysReceipt() {
        a.load("y.csv", List.of(ledger.row(3)));
        long id = ledger.id(3);
        ledger.receive(ledger.entries(List.of(new DeliveryReceipt(
                "smsc",
                "5",
                ledger.row(3).phone().digits(),
                "DELIVERED",
                "000",
                MessageReference.of(id, 1),
                ledger.clock.instant()))));
        a.inbox.settle(100, new JdbcReceiptsTest.Same(), WINDOW);
        assertThat(ledger.state(3)).isEqualTo("QUEUED");
        assertThat(Set.copyOf(ledger.states().values())).containsExactly("QUEUED");
    }
}
