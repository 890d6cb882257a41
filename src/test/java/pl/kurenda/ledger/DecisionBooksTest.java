package pl.kurenda.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionBooksTest {
    private static final Duration WINDOW = Duration.ofHours(72);

    private final TestLedger ledger = new TestLedger();
    private final Decisions decisions = ledger.decisions();

    @ParameterizedTest
    @CsvSource(
            value = {"null,x", "'',x", "' ',x", "jan,null", "jan,' '"},
            nullValues = "null")
    void whoAndWhyAreRequired(String who, String why) {
        ledger.leaveUnknown("x.csv", 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decisions.decide(Decision.RESEND, List.of(ledger.id(2)), who, why));
        assertThat(ledger.states()).containsEntry(2, "UNKNOWN");
    }

    @Test
    void aReasonThatDoesNotFitIsRefusedBeforeAnythingChanges() {
        ledger.leaveUnknown("x.csv", 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decisions.decide(Decision.RESEND, List.of(ledger.id(2)), "jan", "x".repeat(256)));
        assertThat(decide(Decision.RESEND, 2, "x".repeat(255)).complete()).isTrue();
    }

    @Test
    void whatIsListedTellsNoNumberAndNoName() {
        ledger.leaveUnknown("x.csv", 2);
        ledger.holdTwoAmounts("y.csv");
        List<Waiting> unknown = new ArrayList<>();
        decisions.each(ReminderState.UNKNOWN, unknown::add);
        assertThat(unknown).hasSize(2);
        Waiting first = unknown.get(0);
        assertThat(first.file()).isEqualTo("x.csv");
        assertThat(first.line()).isEqualTo(2);
        assertThat(first.grosze()).isEqualTo(1002);
        assertThat(first.reason()).isEqualTo("NODE_DIED");
        assertThat(first.since()).isEqualTo(ledger.clock.instant());
        assertThat(first.maskedPhone()).isEqualTo(ledger.row(2).phone().masked());
        assertThat(first.toString()).doesNotContain("1002", first.maskedPhone());
        List<Waiting> held = new ArrayList<>();
        decisions.each(ReminderState.HELD, held::add);
        assertThat(held).extracting(Waiting::grosze).containsExactly(500L, 700L);
    }

    @Test
    void aFileThatIsStillBeingLoadedIsLeftAlone() {
        TestLedger.Node node = ledger.node("a");
        long batch = node.begin("x.csv");
        node.batches.load(batch, List.of(ledger.row(2, "d", 500, 1), ledger.row(3, "d", 700, 1)), List.of());
        List<Waiting> held = new ArrayList<>();
        decisions.each(ReminderState.HELD, held::add);
        assertThat(held).isEmpty();
        assertThat(decide(Decision.WITHDRAW, 2, "x").elsewhere()).containsExactly(ledger.id(2));
        assertThat(ledger.states()).containsEntry(2, "HELD");
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void whatIsInAnotherStateOrDoesNotExistIsLeftAlone(Decision decision) {
        TestLedger.Node node = ledger.node("a");
        node.load("x.csv", 1);
        node.accepted(node.submitting(1).get(0), "77");
        Decided decided = decisions.decide(decision, List.of(ledger.id(2), 999_999L), "jan", "x");
        assertThat(decided.elsewhere()).containsExactlyInAnyOrder(ledger.id(2), 999_999L);
        assertThat(decided.done()).isEmpty();
        assertThat(ledger.states()).containsEntry(2, "ENROUTE");
        assertThat(ledger.count("history where who = 'jan'")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"RESEND,UNKNOWN", "RELEASE,HELD"})
    void whatIsPastItsTimeIsNotQueuedAgain(Decision decision, String state) {
        if (decision == Decision.RESEND) {
            ledger.leaveUnknown("x.csv", 1);
        } else {
            ledger.holdTwoAmounts("x.csv");
        }
        ledger.clock.advance(Duration.ofDays(3));
        Decided decided = decide(decision, 2, "x");
        assertThat(decided.late()).containsExactly(ledger.id(2));
        assertThat(ledger.states()).containsEntry(2, state);
        Decision other = decision == Decision.RESEND ? Decision.GIVE_UP : Decision.WITHDRAW;
        assertThat(decide(other, 2, "x").complete()).as("ended all the same").isTrue();
    }

    @Test
    void whatIsResentGoesOutAgainAndIsBookedOnce() {
        ledger.leaveUnknown("x.csv", 2);
        ledger.clock.advance(Duration.ofMinutes(5));
        Decided decided = decide(Decision.RESEND, 2, "operator has not seen it");
        assertThat(decided.done()).containsExactly(ledger.id(2));
        assertThat(ledger.count("reminder where state = 'QUEUED' and fence = 0"
                        + " and not_before = state_at and state_at = '2026-11-24 10:05:00'"))
                .isEqualTo(1);
        assertThat(ledger.count("history where who = 'jan' and reason = 'operator has not seen it'"
                        + " and from_state = 'UNKNOWN' and to_state = 'QUEUED'"))
                .isEqualTo(1);
        TestLedger.Node b = ledger.node("b");
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
        TestLedger.Node a = ledger.node("a");
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
        TestLedger.Node a = ledger.node("a");
        a.load("x.csv", 1);
        Claimed first = a.submitting(1).get(0);
        ledger.dies(a);
        TestLedger.Node b = ledger.node("b");
        b.upkeep.tidy(WINDOW);
        decide(Decision.RESEND, 2, "x");
        record(a, first, late);
        assertThat(ledger.states()).containsEntry(2, "QUEUED");
        assertThat(ledger.count("outcome")).isZero();
        Claimed second = b.submitting(1).get(0);
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
        TestLedger.Node a = ledger.node("a");
        a.load("x.csv", 1);
        Claimed first = a.submitting(1).get(0);
        ledger.dies(a);
        TestLedger.Node b = ledger.node("b");
        b.upkeep.tidy(WINDOW);
        decide(Decision.RESEND, 2, "x");
        a.accepted(first, "77");
        assertThat(b.submitting(1).get(0).accepted()).containsExactly(1);
    }

    @Test
    void whatIsGivenUpIsBookedOnce() {
        TestLedger.Node a = ledger.node("a");
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
        TestLedger.Node a = ledger.node("a");
        a.load("x.csv", 1);
        Claimed frozen = a.submitting(1).get(0);
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
    void withdrawingEndsWhatIsHeldOrQueued() {
        ledger.holdTwoAmounts("x.csv");
        ledger.node("a").load("y.csv", List.of(ledger.row(4)));
        Decided decided =
                decisions.decide(Decision.WITHDRAW, List.of(ledger.id(2), ledger.id(4)), "jan", "wrong export");
        assertThat(decided.done()).containsExactly(ledger.id(2), ledger.id(4));
        assertThat(ledger.states()).isEqualTo(Map.of(2, "WITHDRAWN", 3, "HELD", 4, "WITHDRAWN"));
        assertThat(ledger.count("outcome where state = 'WITHDRAWN' and reason = 'WITHDRAWN' and cost = 0"))
                .isEqualTo(2);
        assertThat(ledger.count("history where from_state = 'HELD' and to_state = 'WITHDRAWN'"))
                .isEqualTo(1);
        assertThat(ledger.count("history where from_state = 'QUEUED' and to_state = 'WITHDRAWN'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theOtherAmountOfAReleasedDebtStays(int how) {
        ledger.holdTwoAmounts("x.csv");
        assertThat(decide(Decision.RELEASE, 2, "right amount").complete()).isTrue();
        TestLedger.Node node = ledger.node("a");
        if (how > 1) {
            Claimed sent = node.submitting(1).get(0);
            node.accepted(sent, "77");
        }
        if (how > 2) {
            settle(node, "77");
        }
        assertThat(decide(Decision.RELEASE, 3, "this as well").conflicting()).containsExactly(ledger.id(3));
        assertThat(ledger.states()).containsEntry(3, "HELD");
    }

    @Test
    void ofOneDebtNotBothAreReleasedAtOnce() {
        ledger.holdTwoAmounts("x.csv");
        Decided decided = decisions.decide(Decision.RELEASE, List.of(ledger.id(2), ledger.id(3)), "jan", "all");
        assertThat(decided.conflicting()).containsExactly(ledger.id(2), ledger.id(3));
        assertThat(ledger.states().values()).containsOnly("HELD");
    }

    @Test
    void whereTheOtherIsWithdrawnItIsReleased() {
        ledger.holdTwoAmounts("x.csv");
        decide(Decision.WITHDRAW, 2, "wrong amount");
        assertThat(decide(Decision.RELEASE, 3, "right amount").complete()).isTrue();
        assertThat(ledger.count("reminder where line = 3 and state = 'QUEUED' and reason is null"))
                .isEqualTo(1);
        assertThat(ledger.node("a").submitting(10)).hasSize(1);
    }

    @Test
    void whatIsReleasedByTwoPersonsAtOnceGoesOutOnce() {
        for (int i = 0; i < 10; i++) {
            ledger.holdTwoAmounts(i + ".csv");
            long left = ledger.id(2);
            long right = ledger.id(3);
            CompletableFuture<Decided> other = CompletableFuture.supplyAsync(
                    () -> ledger.decisions().decide(Decision.RELEASE, List.of(right), "ewa", "x"));
            Decided here = decisions.decide(Decision.RELEASE, List.of(left), "jan", "x");
            assertThat(here.done().size() + other.join().done().size()).isEqualTo(1);
        }
    }

    @Test
    void thousandsGoBlockByBlock() {
        ledger.node("a").load("x.csv", 2500);
        ledger.jdbc.sql("update reminder set state = 'HELD'").update();
        List<Long> ids = new ArrayList<>();
        decisions.each(ReminderState.HELD, r -> ids.add(r.id()));
        assertThat(ids).hasSize(2500).doesNotHaveDuplicates();
        assertThat(decisions.decide(Decision.RELEASE, ids, "jan", "x").done()).isEqualTo(ids);
        assertThat(ledger.states().values()).containsOnly("QUEUED");
        assertThat(ledger.count("history where who = 'jan'")).isEqualTo(2500);
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
        TestLedger.Node again = ledger.node("again");
        assertThat(again.submitting(1)).hasSize(1);
        ledger.dies(again);
        ledger.node("alive").upkeep.tidy(WINDOW);
        assertThat(ledger.states()).containsEntry(2, "UNKNOWN");
        ledger.clock.advance(Duration.ofHours(1));
        assertThat(decisions.resendUnknown(patience)).as("twice").isZero();
        assertThat(decide(Decision.RESEND, 2, "a person may").complete()).isTrue();
    }

    @Test
    void thePolicyLeavesWhatIsPastItsTime() {
        ledger.leaveUnknown("x.csv", 1);
        ledger.clock.advance(Duration.ofDays(3));
        assertThat(decisions.resendUnknown(Duration.ofMinutes(10))).isZero();
        assertThat(ledger.states()).containsEntry(2, "UNKNOWN");
    }

    private Decided decide(Decision decision, int line, String why) {
        return decisions.decide(decision, List.of(ledger.id(line)), "jan", why);
    }

    private SegmentAnswer answer(int number, ReminderState state, String messageId) {
        return new SegmentAnswer(number, state, messageId, null, null, ledger.clock.instant());
    }

    private void record(TestLedger.Node node, Claimed claimed, ReminderState state, SegmentAnswer... answers) {
        node.dispatches.record(
                List.of(new SubmitReport(claimed.id(), claimed.fence(), state, null, null, List.of(answers))));
    }

    private void settle(TestLedger.Node node, String messageId) {
        ledger.receive(node.inbox.entries(List.of(new ReceiptNote(
                "smsc", messageId, ledger.row(2).phone().digits(), "DELIVERED", "000", null, ledger.clock.instant()))));
        node.inbox.settle(100, new ReceiptBooksTest.Same(), WINDOW);
    }
}
