package pl.kurenda.ledger.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.SegmentOutcome;
import pl.kurenda.ledger.dispatch.SubmitReport;
import pl.kurenda.ledger.inbox.DeliveryReceipt;

public class JdbcReceiptsTest {
    private static final Duration WINDOW = Duration.ofHours(72);

    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node a = ledger.node("a");

    @Test
    void aReceiptMayComeBeforeTheAnswerIsRecorded() {
        a.load("x.csv", 1);
        ClaimedReminder reminder = a.submitting(1).get(0);
        receive(reminder, "77", "DELIVERED");
        settle();
        assertThat(ledger.state(2)).isEqualTo("SUBMITTING");
        a.accepted(reminder, "77");
        ledger.clock.advance(Duration.ofSeconds(1));
        settle();
        assertThat(ledger.state(2)).isEqualTo("DELIVERED");
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVERED,DELIVERED,DELIVERED",
        "DELIVERED,UNDELIVERABLE,UNDELIVERABLE",
        "EXPIRED,DELIVERED,EXPIRED",
        "ENROUTE,DELIVERED,ENROUTE",
        "REJECTED,EXPIRED,REJECTED"
    })
    void theReminderFollowsFromItsSegments(String first, String second, String expected) {
        a.load("x.csv", List.of(ledger.row(2, "d", 100, 2)));
        ClaimedReminder reminder = a.submitting(1).get(0);
        a.accepted(reminder, "77", "78");
        receive(reminder, "77", first);
        receive(reminder, "78", second);
        settle();
        assertThat(ledger.state(2)).isEqualTo(expected);
    }

    @Test
    void somebodyElsesIdSettlesNothing() {
        a.load("x.csv", 2);
        List<ClaimedReminder> reminders = a.submitting(2);
        a.accepted(reminders.get(0), "77");
        a.accepted(reminders.get(1), "78");
        receive(reminders.get(1), "77", "UNDELIVERABLE");
        settle();
        assertThat(ledger.states().values()).containsOnly("ENROUTE");
        ledger.clock.advance(Duration.ofHours(73));
        settle();
        assertThat(ledger.count("receipt_inbox where state = 'UNMATCHED'")).isEqualTo(1);
    }

    @Test
    void twiceAndContradictingChangesNothing() {
        a.load("x.csv", 1);
        ClaimedReminder reminder = a.submitting(1).get(0);
        a.accepted(reminder, "77");
        receive(reminder, "77", "DELIVERED");
        receive(reminder, "77", "DELIVERED");
        settle();
        receive(reminder, "77", "UNDELIVERABLE");
        settle();
        assertThat(ledger.state(2)).isEqualTo("DELIVERED");
        assertThat(ledger.count("outcome")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"ENROUTE", "ACCEPTED", "UNKNOWN", "FAILED", "null"},
            nullValues = "null")
    void whatTellsNoEndIsIgnored(String stat) {
        a.load("x.csv", 1);
        ClaimedReminder reminder = a.submitting(1).get(0);
        a.accepted(reminder, "77");
        receive(reminder, "77", stat);
        settle();
        assertThat(ledger.state(2)).isEqualTo("ENROUTE");
        assertThat(ledger.count("receipt_inbox where state = 'IGNORED'")).isEqualTo(1);
    }

    @Test
    void aReceiptWithTheReferenceProvesThatAnUnknownOneWentOut() {
        a.load("x.csv", 2);
        List<ClaimedReminder> reminders = a.submitting(2);
        ledger.dies(a);
        LedgerFixture.Node b = ledger.node("b");
        b.upkeep.tidy(WINDOW);
        ClaimedReminder sent = reminders.get(0);
        ledger.receive(ledger.entries(List.of(new DeliveryReceipt(
                "smsc",
                "4711",
                sent.msisdn(),
                "DELIVERED",
                "000",
                MessageReference.of(sent.id(), 1),
                ledger.clock.instant()))));
        settle();
        assertThat(ledger.states().values()).containsExactlyInAnyOrder("DELIVERED", "UNKNOWN");
        assertThat(ledger.count("segment where message_id = '4711'")).isEqualTo(1);
    }

    @Test
    void aReceiptAfterTheWindowIsBookedAsACorrection() {
        a.load("x.csv", 1);
        ClaimedReminder reminder = a.submitting(1).get(0);
        a.accepted(reminder, "77");
        ledger.clock.advance(WINDOW.plusMinutes(1));
        a.upkeep.tidy(WINDOW);
        assertThat(ledger.state(2)).isEqualTo("NO_RECEIPT");
        receive(reminder, "77", "DELIVERED");
        settle();
        assertThat(ledger.state(2)).isEqualTo("DELIVERED");
        assertThat(ledger.count("outcome where correction and state = 'DELIVERED' and day = '2026-11-27'"))
                .isEqualTo(1);
        assertThat(ledger.count("outcome where not correction and state = 'NO_RECEIPT'"))
                .isEqualTo(1);
    }

    @Test
    void whatOnlyAReceiptOfALaterDayTellsIsBilledOnThatDay() {
        a.load("x.csv", 1);
        ClaimedReminder reminder = a.submitting(1).get(0);
        a.dispatches.record(List.of(report(reminder, ReminderState.UNKNOWN, null)));
        assertThat(ledger.count("segment where message_id is null and answered_at < '2026-11-24 23:00:00'"))
                .isEqualTo(1);
        ledger.clock.advance(Duration.ofHours(14));
        ledger.receive(ledger.entries(List.of(new DeliveryReceipt(
                "smsc",
                "4711",
                reminder.msisdn(),
                "DELIVERED",
                "000",
                MessageReference.of(reminder.id(), 1),
                ledger.clock.instant()))));
        settle();
        assertThat(ledger.state(2)).isEqualTo("DELIVERED");
        assertThat(ledger.count("segment where message_id = '4711' and answered_at = '2026-11-25 00:00:00'"))
                .isEqualTo(1);
        receive(reminder, "4711", "DELIVERED");
        ledger.clock.advance(Duration.ofDays(2));
        settle();
        a.upkeep.tidy(WINDOW);
        assertThat(ledger.sql("select concat(day, ' ', segments) from billed_tally"))
                .containsExactly("2026-11-25 1");
    }

    @Test
    void aSecondAnswerLeavesTheFirstAcceptanceOnItsDay() {
        a.load("x.csv", 1);
        ClaimedReminder reminder = a.submitting(1).get(0);
        a.dispatches.record(List.of(report(reminder, ReminderState.UNKNOWN, null)));
        ledger.clock.advance(Duration.ofHours(14));
        a.dispatches.record(List.of(report(reminder, ReminderState.ENROUTE, "77")));
        assertThat(ledger.count("segment where message_id = '77' and answered_at = '2026-11-25 00:00:00'"))
                .isEqualTo(1);
        ledger.clock.advance(Duration.ofDays(1));
        a.dispatches.record(List.of(report(reminder, ReminderState.QUEUED, null)));
        assertThat(ledger.count("segment where message_id = '77' and answered_at = '2026-11-25 00:00:00'"))
                .isEqualTo(1);
    }

    @Test
    void anAnswerThatIsRecordedAfterMidnightIsBilledOnTheNewDay() {
        ledger.clock.advance(Duration.ofHours(13).minusSeconds(1));
        a.load("x.csv", 1);
        ClaimedReminder reminder = a.submitting(1).get(0);
        SubmitReport answered = report(reminder, ReminderState.ENROUTE, "77");
        ledger.clock.advance(Duration.ofMinutes(30));
        a.dispatches.record(List.of(answered));
        assertThat(ledger.count("segment where answered_at = '2026-11-24 23:00:00'"))
                .isEqualTo(1);
        assertThat(ledger.count("reminder where sent_at = '2026-11-24 22:59:59'"))
                .isEqualTo(1);
    }

    private SubmitReport report(ClaimedReminder reminder, ReminderState state, String id) {
        SegmentOutcome answer = new SegmentOutcome(1, state, id, null, null, ledger.clock.instant());
        return new SubmitReport(reminder.id(), reminder.fence(), state, null, ledger.clock.instant(), List.of(answer));
    }

    private void receive(ClaimedReminder reminder, String messageId, String stat) {
        ledger.receive(ledger.entries(List.of(
                new DeliveryReceipt("smsc", messageId, reminder.msisdn(), stat, "000", null, ledger.clock.instant()))));
    }

    private void settle() {
        a.inbox.settle(100, new Same(), WINDOW);
    }

    /** An SMSC that writes an id the same in both PDUs. */
    public static final class Same implements ReceiptMatching {
        @Override
        public Set<String> keys(DeliveryReceipt receipt) {
            return Set.of(MessageKey.of(receipt.messageId()));
        }

        @Override
        public Optional<String> likelyKey(DeliveryReceipt receipt) {
            return Optional.empty();
        }

        @Override
        public Optional<SegmentRef> pick(DeliveryReceipt receipt, List<SegmentRef> candidates) {
            return candidates.stream().findFirst();
        }
    }
}
