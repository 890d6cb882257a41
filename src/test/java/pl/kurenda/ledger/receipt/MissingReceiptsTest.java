package pl.kurenda.ledger.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.SegmentOutcome;
import pl.kurenda.ledger.dispatch.SubmitReport;

class MissingReceiptsTest {
    private static final Duration AFTER = Duration.ofHours(1);
    private static final Duration WINDOW = Duration.ofHours(72);

    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node a = ledger.node("a");
    private final LedgerFixture.Node b = ledger.node("b");

    @Test
    void onlyOverdueSegmentsOfThatSmscAreAskedForAndOnceInAWhile() {
        a.load("x.csv", 2);
        List<ClaimedReminder> sent = a.submitting(2);
        a.accepted(sent.get(0), "77");
        report(sent.get(1), "era", ReminderState.ENROUTE, answer(1, "88"));
        assertThat(take("smsc")).as("not overdue").isEmpty();
        ledger.clock.advance(AFTER.plusSeconds(1));
        assertThat(take("smsc")).extracting(MissingReceipts.Segment::messageId).containsExactly("77");
        assertThat(take("smsc")).as("asked just now").isEmpty();
        assertThat(take("era")).extracting(MissingReceipts.Segment::messageId).containsExactly("88");
        ledger.clock.advance(AFTER);
        assertThat(take("smsc")).hasSize(1);
        ledger.clock.advance(WINDOW);
        assertThat(take("smsc")).as("given up").isEmpty();
    }

    @Test
    void anEndSettlesAsAReceiptWouldAndNothingElseDoes() {
        a.load("x.csv", 1);
        a.accepted(a.submitting(1).get(0), "77");
        ledger.clock.advance(AFTER.plusSeconds(1));
        MissingReceipts.Segment asked = take("smsc").get(0);
        a.unanswered.settle(asked, "ENROUTE", "000");
        assertThat(ledger.state(2)).isEqualTo("ENROUTE");
        a.unanswered.settle(asked, "DELIVERED", "000");
        assertThat(ledger.state(2)).isEqualTo("DELIVERED");
        a.unanswered.settle(asked, "UNDELIVERABLE", "001");
        assertThat(ledger.state(2)).isEqualTo("DELIVERED");
        assertThat(ledger.count("outcome")).isEqualTo(1);
        ledger.clock.advance(AFTER.plusSeconds(1));
        assertThat(take("smsc")).isEmpty();
    }

    @Test
    void theKnownSegmentOfAnUnknownReminderIsAskedForAndTheOtherStaysOpen() {
        a.load("x.csv", List.of(ledger.row(2, "d", 100, 2)));
        report(a.submitting(1).get(0), "smsc", ReminderState.UNKNOWN, answer(1, "77"), unknown(2));
        ledger.clock.advance(AFTER.plusSeconds(1));
        List<MissingReceipts.Segment> due = take("smsc");
        assertThat(due).extracting(MissingReceipts.Segment::number).containsExactly(1);
        a.unanswered.settle(due.get(0), "DELIVERED", "000");
        assertThat(ledger.state(2)).isEqualTo("UNKNOWN");
        assertThat(ledger.count("segment where number = 1 and state = 'DELIVERED'"))
                .isEqualTo(1);
    }

    @Test
    void twoNodesDoNotAskForTheSame() {
        a.load("x.csv", 10);
        a.submitting(10).forEach(sent -> a.accepted(sent, Long.toString(sent.id())));
        ledger.clock.advance(AFTER.plusSeconds(1));
        List<MissingReceipts.Segment> mine = a.unanswered.take("smsc", AFTER, WINDOW, 6);
        List<MissingReceipts.Segment> theirs = b.unanswered.take("smsc", AFTER, WINDOW, 6);
        assertThat(mine).hasSize(6).doesNotContainAnyElementsOf(theirs);
        assertThat(theirs).hasSize(4);
    }

    private List<MissingReceipts.Segment> take(String smsc) {
        return a.unanswered.take(smsc, AFTER, WINDOW, 10);
    }

    private void report(ClaimedReminder sent, String smsc, ReminderState state, SegmentOutcome... answers) {
        a.dispatches.record(
                List.of(new SubmitReport(sent.id(), sent.fence(), state, null, null, smsc, List.of(answers))));
    }

    private SegmentOutcome answer(int number, String id) {
        return new SegmentOutcome(number, ReminderState.ENROUTE, id, 0, null, ledger.clock.instant());
    }

    private SegmentOutcome unknown(int number) {
        return new SegmentOutcome(number, ReminderState.UNKNOWN, null, null, "cut", ledger.clock.instant());
    }
}
