package pl.kurenda.ledger.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.dispatch.ClaimedReminder;

class JdbcDecisionsTest {
    private final LedgerFixture ledger = new LedgerFixture();
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
        List<WaitingReminder> unknown = new ArrayList<>();
        decisions.each(ReminderState.UNKNOWN, unknown::add);
        assertThat(unknown).hasSize(2);
        WaitingReminder first = unknown.get(0);
        assertThat(first.file()).isEqualTo("x.csv");
        assertThat(first.line()).isEqualTo(2);
        assertThat(first.grosze()).isEqualTo(1002);
        assertThat(first.reason()).isEqualTo("NODE_DIED");
        assertThat(first.since()).isEqualTo(ledger.clock.instant());
        assertThat(first.maskedPhone()).isEqualTo(ledger.row(2).phone().masked());
        assertThat(first.toString()).doesNotContain("1002", first.maskedPhone());
        List<WaitingReminder> held = new ArrayList<>();
        decisions.each(ReminderState.HELD, held::add);
        assertThat(held).extracting(WaitingReminder::grosze).containsExactly(500L, 700L);
    }

    @Test
    void aFileThatIsStillBeingLoadedIsLeftAlone() {
        LedgerFixture.Node node = ledger.node("a");
        long batch = node.begin("x.csv");
        node.batches.load(batch, List.of(ledger.row(2, "d", 500, 1), ledger.row(3, "d", 700, 1)), List.of());
        List<WaitingReminder> held = new ArrayList<>();
        decisions.each(ReminderState.HELD, held::add);
        assertThat(held).isEmpty();
        assertThat(decide(Decision.WITHDRAW, 2, "x").elsewhere()).containsExactly(ledger.id(2));
        assertThat(ledger.states()).containsEntry(2, "HELD");
    }

    @Test
    void whatIsClaimedIsTakenBackAndItsSubmitFindsNothing() {
        LedgerFixture.Node node = ledger.node("a");
        node.load("x.csv", 3);
        List<ClaimedReminder> claimed = node.dispatches.claim(2, source -> true);
        assertThat(decide(Decision.WITHDRAW, 2, "x").done()).containsExactly(ledger.id(2));
        long batch = Long.parseLong(ledger.sql("select max(id) from batch").get(0));
        assertThat(ledger.fileDecisions()
                        .decide(Decision.WITHDRAW, batch, "jan", "x")
                        .changed())
                .isEqualTo(2);
        assertThat(node.dispatches.submitting(claimed)).isEmpty();
        assertThat(ledger.states().values()).containsOnly("WITHDRAWN");
        assertThat(ledger.count("history where from_state = 'QUEUED' and to_state = 'WITHDRAWN'"))
                .isEqualTo(3);
        assertThat(ledger.count("outcome where state = 'WITHDRAWN'")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void whatIsInAnotherStateOrDoesNotExistIsLeftAlone(Decision decision) {
        LedgerFixture.Node node = ledger.node("a");
        node.load("x.csv", 1);
        node.accepted(node.submitting(1).get(0), "77");
        DecisionResult decided = decisions.decide(decision, List.of(ledger.id(2), 999_999L), "jan", "x");
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
        DecisionResult decided = decide(decision, 2, "x");
        assertThat(decided.late()).containsExactly(ledger.id(2));
        assertThat(ledger.states()).containsEntry(2, state);
        Decision other = decision == Decision.RESEND ? Decision.GIVE_UP : Decision.WITHDRAW;
        assertThat(decide(other, 2, "x").complete()).as("ended all the same").isTrue();
    }

    @Test
    void thousandsGoBlockByBlock() {
        ledger.node("a").load("x.csv", 2500);
        ledger.run("update reminder set state = 'HELD'");
        List<Long> ids = new ArrayList<>();
        decisions.each(ReminderState.HELD, r -> ids.add(r.id()));
        assertThat(ids).hasSize(2500).doesNotHaveDuplicates();
        assertThat(decisions.decide(Decision.RELEASE, ids, "jan", "x").done()).isEqualTo(ids);
        assertThat(ledger.states().values()).containsOnly("QUEUED");
        assertThat(ledger.count("history where who = 'jan'")).isEqualTo(2500);
    }

    private DecisionResult decide(Decision decision, int line, String why) {
        return decisions.decide(decision, List.of(ledger.id(line)), "jan", why);
    }
}
