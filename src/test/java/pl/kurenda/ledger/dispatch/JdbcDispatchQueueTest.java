package pl.kurenda.ledger.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.core.ReminderState;

class JdbcDispatchQueueTest {
    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node a = ledger.node("a");

    @Test
    void twoNodesNeverClaimTheSameReminder() {
        LedgerFixture.Node b = ledger.node("b");
        a.load("x.csv", 10);
        Set<Long> first = ids(a.dispatches.claim(6, s -> true));
        Set<Long> second = ids(b.dispatches.claim(10, s -> true));
        assertThat(first).hasSize(6).doesNotContainAnyElementsOf(second);
        assertThat(second).hasSize(4);
    }

    @Test
    void aLargeFileDoesNotKeepASmallOneWaiting() {
        a.load("large.csv", 100);
        a.load("small.csv", List.of(ledger.row(900), ledger.row(901)));
        List<ClaimedReminder> claimed = a.dispatches.claim(20, s -> true);
        assertThat(claimed).hasSize(20);
        assertThat(claimed.stream()
                        .filter(c -> c.msisdn().endsWith("00090" + c.msisdn().charAt(10))))
                .hasSize(2);
    }

    @Test
    void aClosedSourceIsNotClaimed() {
        a.load("x.csv", 1);
        assertThat(a.dispatches.claim(10, source -> !source.equals("waste"))).isEmpty();
    }

    @Test
    void demoStaysInTheDemoAndRealStaysOutOfIt() {
        LedgerFixture.Node demo = ledger.node("demo", LedgerFixture.DEMO);
        demo.load("x.csv", List.of(ledger.row(2)));
        a.load("y.csv", List.of(ledger.row(3)));
        assertThat(a.dispatches.claim(10, s -> true))
                .extracting(ClaimedReminder::msisdn)
                .containsExactly(ledger.row(3).phone().digits());
        assertThat(demo.dispatches.claim(10, s -> true))
                .extracting(ClaimedReminder::msisdn)
                .containsExactly(ledger.row(2).phone().digits());
    }

    @Test
    void onlyItsOwnClaimsBecomeSubmitting() {
        a.load("x.csv", 2);
        List<ClaimedReminder> claimed = a.dispatches.claim(10, s -> true);
        LedgerFixture.Node next = ledger.node("a");
        assertThat(a.dispatches.submitting(claimed))
                .as("an older life of the node")
                .isEmpty();
        next.upkeep.tidy(Duration.ofHours(72));
        assertThat(ledger.states().values()).containsOnly("QUEUED");
        assertThat(next.submitting(10)).hasSize(2);
    }

    @Test
    void aRepeatedCallAfterAFailureYieldsTheSame() {
        a.load("x.csv", 2);
        List<ClaimedReminder> claimed = a.dispatches.claim(10, s -> true);
        assertThat(a.dispatches.submitting(claimed)).hasSize(2);
        assertThat(a.dispatches.submitting(claimed)).hasSize(2);
    }

    @Test
    void whatADeadNodeLeftSubmittingIsUnknownAndWhatItHadClaimedIsQueued() {
        a.load("x.csv", 3);
        List<ClaimedReminder> claimed = a.dispatches.claim(10, s -> true);
        a.dispatches.submitting(claimed.subList(0, 2));
        LedgerFixture.Node b = ledger.node("b");
        b.upkeep.tidy(Duration.ofHours(72));
        assertThat(ledger.states().values()).as("alive").containsOnly("SUBMITTING", "CLAIMED");
        ledger.dies(a);
        b.upkeep.tidy(Duration.ofHours(72));
        assertThat(ledger.states().values()).containsExactlyInAnyOrder("UNKNOWN", "UNKNOWN", "QUEUED");
        assertThat(b.dispatches.claim(10, s -> true))
                .as("unknown is never sent again by itself")
                .hasSize(1);
    }

    @Test
    void whatASeeminglyDeadNodeClaimsAfterItWasSettledIsGivenBackToo() {
        a.load("x.csv", 2);
        a.dispatches.claim(1, s -> true);
        ledger.dies(a);
        LedgerFixture.Node b = ledger.node("b");
        b.upkeep.tidy(Duration.ofHours(72));
        assertThat(ledger.count("in_hand")).isZero();
        List<ClaimedReminder> late = a.dispatches.claim(2, s -> true);
        assertThat(late).hasSize(2);
        assertThat(a.dispatches.submitting(late)).as("without a lease").isEmpty();
        b.upkeep.tidy(Duration.ofHours(72));
        assertThat(ledger.states().values()).containsOnly("QUEUED");
    }

    @Test
    void whatAFileLeavesInTheBooksOfALivingNodeGoesWhenTheFileIsDone() {
        a.load("x.csv", 1);
        ClaimedReminder reminder = a.submitting(1).get(0);
        a.upkeep.tidy(Duration.ofHours(72));
        assertThat(ledger.count("in_hand")).isEqualTo(1);
        a.accepted(reminder, "77");
        assertThat(a.submitting(1)).isEmpty();
        a.upkeep.tidy(Duration.ofHours(72));
        assertThat(ledger.count("in_hand")).isZero();
    }

    @Test
    void anAnswerThatComesAfterTheNodeWasTakenForDeadStillCounts() {
        a.load("x.csv", 1);
        ClaimedReminder reminder = a.submitting(1).get(0);
        ledger.dies(a);
        ledger.node("b").upkeep.tidy(Duration.ofHours(72));
        assertThat(ledger.state(2)).isEqualTo("UNKNOWN");
        a.accepted(reminder, "77");
        assertThat(ledger.state(2)).isEqualTo("ENROUTE");
    }

    @Test
    void segmentsAcceptedBeforeARefusalAreNotSentAgain() {
        a.load("x.csv", List.of(ledger.row(2, "d", 100, 3)));
        ClaimedReminder reminder = a.submitting(1).get(0);
        a.dispatches.record(List.of(new SubmitReport(
                reminder.id(),
                reminder.fence(),
                ReminderState.QUEUED,
                "segment 2/3 ESME_RTHROTTLED",
                ledger.clock.instant().plusSeconds(10),
                List.of(
                        new SegmentOutcome(1, ReminderState.ENROUTE, "1", 0, null, ledger.clock.instant()),
                        new SegmentOutcome(
                                2, ReminderState.QUEUED, null, 0x58, "ESME_RTHROTTLED", ledger.clock.instant())))));
        assertThat(a.submitting(1)).as("not before its time").isEmpty();
        ledger.clock.advance(Duration.ofSeconds(11));
        assertThat(a.submitting(1).get(0).accepted()).containsExactly(1);
    }

    @Test
    void arefusalForGoodIsBookedWithWhatItCost() {
        a.load("x.csv", List.of(ledger.row(2, "d", 100, 2)));
        ClaimedReminder reminder = a.submitting(1).get(0);
        a.dispatches.record(List.of(new SubmitReport(
                reminder.id(),
                reminder.fence(),
                ReminderState.REJECTED,
                "segment 2/2 ESME_RINVDSTADR",
                null,
                List.of(
                        new SegmentOutcome(1, ReminderState.ENROUTE, "1", 0, null, ledger.clock.instant()),
                        new SegmentOutcome(
                                2, ReminderState.REJECTED, null, 0x0B, "ESME_RINVDSTADR", ledger.clock.instant())))));
        assertThat(ledger.count(
                        "outcome where state = 'REJECTED' and segments = 1 and cost = 0.07 and day = '2026-11-24'"))
                .isEqualTo(1);
        assertThat(ledger.count("history where to_state = 'REJECTED' and who = 'a'"))
                .isEqualTo(1);
    }

    @Test
    void whatIsPastItsTimeExpiresAndAFinishedBatchCloses() {
        a.load("x.csv", 1);
        ledger.clock.advance(Duration.ofDays(4));
        a.upkeep.tidy(Duration.ofHours(72));
        assertThat(ledger.state(2)).isEqualTo("EXPIRED");
        assertThat(a.dispatches.claim(10, s -> true)).isEmpty();
        assertThat(ledger.count("batch where open")).isZero();
    }

    @Test
    void claimsThatWereLostTrackOfAreGivenBackButNothingThatIsSubmitting() {
        a.load("x.csv", 3);
        a.dispatches.submitting(a.dispatches.claim(1, s -> true));
        a.dispatches.claim(2, s -> true);
        a.dispatches.giveBackAll();
        assertThat(ledger.states().values()).containsExactlyInAnyOrder("SUBMITTING", "QUEUED", "QUEUED");
    }

    private static Set<Long> ids(List<ClaimedReminder> claimed) {
        return claimed.stream().map(ClaimedReminder::id).collect(Collectors.toSet());
    }
}
