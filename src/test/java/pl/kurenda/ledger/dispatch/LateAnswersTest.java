package pl.kurenda.ledger.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.inbox.DeliveryReceipt;
import pl.kurenda.ledger.receipt.JdbcReceiptsTest;

/**
 * A response that comes after its time-out meets the report of the time-out, in every order. Also covers results that
 * cannot be recorded.
 */
class LateAnswersTest {
    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node a = ledger.node("a");
    private List<ClaimedReminder> reminders;

    @BeforeEach
    void submit() {
        a.load("x.csv", 3);
        reminders = a.submitting(3);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void theAnswerCountsInWhateverOrderAndBlockItComes(boolean timeOutFirst, boolean oneBlock) {
        SubmitReport timeOut = report(0, ReminderState.UNKNOWN, null);
        SubmitReport late = report(0, ReminderState.ENROUTE, "77").asLate();
        List<SubmitReport> order = timeOutFirst ? List.of(timeOut, late) : List.of(late, timeOut);
        if (oneBlock) {
            a.dispatches.record(order);
        } else {
            order.forEach(one -> a.dispatches.record(List.of(one)));
        }
        assertThat(ledger.states().values()).containsExactlyInAnyOrder("ENROUTE", "SUBMITTING", "SUBMITTING");
        assertThat(ledger.count("segment where message_id = '77' and state = 'ENROUTE'"))
                .isEqualTo(1);
        receive("77");
        assertThat(ledger.states().values()).contains("DELIVERED");
    }

    @Test
    void oneThatCannotBeRecordedAsItIsHoldsUpNobody() {
        a.dispatches.record(List.of(
                report(0, ReminderState.ENROUTE, "77"),
                report(1, ReminderState.ENROUTE, "7".repeat(100)),
                report(2, ReminderState.ENROUTE, "79")));
        assertThat(ledger.states().values()).containsOnly("ENROUTE");
        assertThat(ledger.sql("select message_id from segment order by message_id"))
                .as("accepted, and its id is of no use")
                .containsExactly("", "77", "79");
    }

    @Test
    void segmentsThatAreThereAgainstAllExpectationHoldUpNobody() {
        ledger.run("insert into segment (reminder_id, number, state, smsc, answered_at) values ("
                + reminders.get(1).id() + ", 1, 'UNKNOWN', 'smsc', utc_timestamp(3))");
        a.dispatches.record(List.of(report(0, ReminderState.ENROUTE, "77"), report(1, ReminderState.ENROUTE, "78")));
        assertThat(ledger.states().values()).containsExactlyInAnyOrder("ENROUTE", "ENROUTE", "SUBMITTING");
        assertThat(ledger.count("segment where message_id = '78'")).isEqualTo(1);
    }

    @Test
    void aReceiptThatCannotBeSettledHoldsUpNoOther() {
        a.dispatches.record(List.of(report(0, ReminderState.ENROUTE, "77"), report(1, ReminderState.ENROUTE, "78")));
        ledger.run("create trigger poison before update on segment for each row"
                + " if new.number = 1 and old.message_id = '77' then signal sqlstate '23000'; end if");
        ledger.receive(ledger.entries(List.of(receipt(0, "77"), receipt(1, "78"))));
        settle();
        assertThat(ledger.states().values()).containsExactlyInAnyOrder("ENROUTE", "DELIVERED", "SUBMITTING");
        ledger.run("drop trigger poison");
        ledger.clock.advance(Duration.ofSeconds(1));
        settle();
        assertThat(ledger.states().values())
                .as("it is tried again")
                .containsExactlyInAnyOrder("DELIVERED", "DELIVERED", "SUBMITTING");
    }

    @Test
    void whatNeverLeftHasNotBeenTried() {
        a.dispatches.record(List.of(new SubmitReport(
                reminders.get(0).id(),
                reminders.get(0).fence(),
                ReminderState.QUEUED,
                "WINDOW_CLOSED",
                ledger.clock.instant(),
                List.of(new SegmentOutcome(
                        1, ReminderState.QUEUED, null, null, "WINDOW_CLOSED", ledger.clock.instant())))));
        assertThat(ledger.count("segment")).isZero();
        ClaimedReminder again = a.dispatches.claim(1, source -> true).get(0);
        assertThat(again.attempts()).isZero();
        reminders = a.dispatches.submitting(List.of(again));
        a.dispatches.record(List.of(report(0, ReminderState.ENROUTE, "77")));
        assertThat(ledger.states().values()).contains("ENROUTE");
    }

    private SubmitReport report(int n, ReminderState state, String id) {
        ClaimedReminder reminder = reminders.get(n);
        return new SubmitReport(
                reminder.id(),
                reminder.fence(),
                state,
                null,
                null,
                "smsc",
                List.of(new SegmentOutcome(1, state, id, null, null, ledger.clock.instant())));
    }

    private void receive(String id) {
        ledger.receive(ledger.entries(List.of(receipt(0, id))));
        settle();
    }

    private DeliveryReceipt receipt(int n, String id) {
        return new DeliveryReceipt(
                "smsc", id, reminders.get(n).msisdn(), "DELIVERED", "000", null, ledger.clock.instant());
    }

    private void settle() {
        a.inbox.settle(100, new JdbcReceiptsTest.Same(), Duration.ofHours(72));
    }
}
