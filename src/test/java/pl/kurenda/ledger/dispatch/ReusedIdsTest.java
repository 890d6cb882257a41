package pl.kurenda.ledger.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.inbox.DeliveryReceipt;
import pl.kurenda.ledger.receipt.JdbcReceiptsTest;
import pl.kurenda.ledger.receipt.MessageReference;

/** The message ids of an SMSC start again: two messages to one phone have the same id. */
class ReusedIdsTest {
    private static final Duration WINDOW = Duration.ofHours(72);

    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node a = ledger.node("a");
    private ClaimedReminder earlier;
    private ClaimedReminder later;

    @BeforeEach
    void sendOneToATelephone() {
        earlier = submit("x.csv", 2);
        a.accepted(earlier, "77");
    }

    @Test
    void theReceiptIsThatOfTheOneThatStillWaitsForIt() {
        receive("77", "DELIVERED", null);
        later = submit("y.csv", 3);
        a.accepted(later, "77");
        receive("77", "UNDELIVERABLE", null);
        assertStates("DELIVERED", "UNDELIVERABLE");
    }

    @Test
    void aReceiptBeforeTheAnswerWaitsThoughAnEarlierMessageHasItsId() {
        receive("77", "DELIVERED", null);
        later = submit("y.csv", 3);
        receive("77", "UNDELIVERABLE", null);
        assertStates("DELIVERED", "SUBMITTING");
        a.accepted(later, "77");
        ledger.clock.advance(Duration.ofSeconds(1));
        settle();
        assertStates("DELIVERED", "UNDELIVERABLE");
    }

    @Test
    void aRepeatedReceiptEndsInNoHarmOnceItCanBeNothingElse() {
        receive("77", "DELIVERED", null);
        later = submit("y.csv", 3);
        receive("77", "DELIVERED", null);
        assertThat(ledger.count("receipt_inbox")).isEqualTo(1);
        a.accepted(later, "78");
        ledger.clock.advance(Duration.ofSeconds(1));
        settle();
        assertStates("DELIVERED", "ENROUTE");
        assertThat(ledger.count("receipt_inbox")).isZero();
    }

    @Test
    void theReferenceTellsTwoApartThatBothWait() {
        later = submit("y.csv", 3);
        a.accepted(later, "77");
        receive("77", "UNDELIVERABLE", MessageReference.of(later.id(), 1));
        receive("77", "DELIVERED", MessageReference.of(earlier.id(), 1));
        assertStates("DELIVERED", "UNDELIVERABLE");
    }

    @Test
    void theReferenceOfOneOfUnknownFateIsNotOverruledByTheIdOfAnother() {
        later = submit("y.csv", 3);
        ledger.dies(a);
        LedgerFixture.Node b = ledger.node("b");
        b.upkeep.tidy(WINDOW);
        receive("77", "UNDELIVERABLE", MessageReference.of(later.id(), 1));
        assertStates("ENROUTE", "UNDELIVERABLE");
    }

    @Test
    void anotherReferenceIsOverlookedWhereNothingElseCanBeMeant() {
        receive("77", "DELIVERED", 4711);
        assertThat(ledger.state(2)).isEqualTo("DELIVERED");
    }

    @Test
    void whatWasSentLongAgoIsNotMeant() {
        ledger.clock.advance(WINDOW.plusDays(1).plusMinutes(1));
        receive("77", "DELIVERED", null);
        assertThat(ledger.state(2)).isEqualTo("ENROUTE");
        assertThat(ledger.count("receipt_inbox where state = 'NEW'")).isEqualTo(1);
    }

    @Test
    void theSmscOfOneOfUnknownFateMustBeThatOfTheReceipt() {
        later = submit("y.csv", 3);
        a.dispatches.record(List.of(new SubmitReport(
                later.id(),
                later.fence(),
                ReminderState.UNKNOWN,
                null,
                null,
                "other",
                List.of(new SegmentOutcome(1, ReminderState.UNKNOWN, null, null, null, ledger.clock.instant())))));
        receive("99", "DELIVERED", MessageReference.of(later.id(), 1));
        assertStates("ENROUTE", "UNKNOWN");
    }

    /** All go to one phone. */
    private ClaimedReminder submit(String file, int line) {
        a.load(file, List.of(ledger.rowOf(line, "48501000002", 1000 + line, null)));
        return a.submitting(1).get(0);
    }

    private void receive(String id, String stat, Integer reference) {
        ledger.receive(ledger.entries(List.of(
                new DeliveryReceipt("smsc", id, "48501000002", stat, "000", reference, ledger.clock.instant()))));
        settle();
    }

    private void settle() {
        a.inbox.settle(100, new JdbcReceiptsTest.Same(), WINDOW);
    }

    private void assertStates(String first, String second) {
        assertThat(ledger.states().values()).containsExactly(first, second);
    }
}
