package pl.kurenda.ledger.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.inbox.DeliveryReceipt;
import pl.kurenda.ledger.receipt.JdbcReceiptsTest;

/** What is decided about two amounts for one debt, and about what is still queued. */
class HeldDecisionsTest {
    private static final Duration WINDOW = Duration.ofHours(72);

    private final LedgerFixture ledger = new LedgerFixture();
    private final Decisions decisions = ledger.decisions();

    @Test
    void withdrawingEndsWhatIsHeldOrQueued() {
        ledger.holdTwoAmounts("x.csv");
        ledger.node("a").load("y.csv", List.of(ledger.row(4)));
        DecisionResult decided =
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
        LedgerFixture.Node node = ledger.node("a");
        if (how > 1) {
            ClaimedReminder sent = node.submitting(1).get(0);
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
        DecisionResult decided = decisions.decide(Decision.RELEASE, List.of(ledger.id(2), ledger.id(3)), "jan", "all");
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
            CompletableFuture<DecisionResult> other = CompletableFuture.supplyAsync(
                    () -> ledger.decisions().decide(Decision.RELEASE, List.of(right), "ewa", "x"));
            DecisionResult here = decisions.decide(Decision.RELEASE, List.of(left), "jan", "x");
            assertThat(here.done().size() + other.join().done().size()).isEqualTo(1);
        }
    }

    private DecisionResult decide(Decision decision, int line, String why) {
        return decisions.decide(decision, List.of(ledger.id(line)), "jan", why);
    }

    private void settle(LedgerFixture.Node node, String messageId) {
        ledger.receive(ledger.entries(List.of(new DeliveryReceipt(
                "smsc", messageId, ledger.row(2).phone().digits(), "DELIVERED", "000", null, ledger.clock.instant()))));
        node.inbox.settle(100, new JdbcReceiptsTest.Same(), WINDOW);
    }
}
