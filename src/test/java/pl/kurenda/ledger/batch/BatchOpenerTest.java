package pl.kurenda.ledger.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.ledger.gate.ReleasePolicy;

/** Files left by a technical failure, and files that come again after nothing of them was sent. */
class BatchOpenerTest {
    private static final Instant EARLIER = Instant.parse("2026-11-20T08:00:00Z");
    private static final ReleasePolicy HELD = new ReleasePolicy(
            facts -> List.of(Finding.of("ONE_PHONE", 30, 20)),
            ReleasePolicy.NONE.budget(),
            ReleasePolicy.NONE.canary(),
            false,
            true);

    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node node = ledger.node("a");

    @Test
    void aFileThatIsBeingLoadedKeepsTheOthersOfItsSourceWaiting() {
        long batch = node.begin("x.csv");
        assertThat(open("y.csv")).isInstanceOf(Opening.Busy.class);
        assertThat(open("x.csv")).as("the same content, too").isInstanceOf(Opening.Busy.class);
        node.batches.load(batch, List.of(ledger.row(2)), List.of());
        node.batches.finish(batch, 1);
        assertThat(open("y.csv")).isInstanceOf(Opening.Load.class);
    }

    @Test
    void whatThisNodeHasGivenUpMakesRoomForTheNextFile() {
        long batch = node.begin("x.csv");
        node.batches.load(batch, List.of(ledger.row(2)), List.of());
        node.batches.abandon(batch);
        BatchTotals y = node.load("y.csv", List.of(ledger.row(7, "debt2", 1002, 1)));
        assertThat(y.queued())
                .as("a row that was never in a loaded file blocks nothing")
                .isEqualTo(1);
        assertThatThrownBy(() -> node.batches.load(batch, List.of(ledger.row(3)), List.of()))
                .as("a block that was still being written")
                .isInstanceOf(IllegalStateException.class);
        assertThat(ledger.states()).containsOnlyKeys(7);
        assertThat(ledger.count("batch")).isEqualTo(1);
    }

    @Test
    void whatThisNodeHasGivenUpIsTakenUpAgainByTheSameFile() {
        long batch = node.begin("x.csv");
        node.batches.load(batch, List.of(ledger.row(2)), List.of());
        node.batches.abandon(batch);
        assertThat(open("x.csv")).isEqualTo(new Opening.Load(batch, "x.csv", true));
        assertThat(open("y.csv")).as("it is at it again").isInstanceOf(Opening.Busy.class);
        node.batches.load(batch, List.of(ledger.row(2), ledger.row(3)), List.of());
        assertThat(node.batches.finish(batch, 2).queued()).isEqualTo(2);
    }

    @Test
    void aHeaderOfAnyLengthIsNamedInARejection() {
        String header = "x".repeat(254) + "\ud83d\ude00".repeat(300);
        long batch = node.begin("x.csv");
        node.batches.load(
                batch, List.of(), List.of(new RejectedRow(2, "PHONE_INVALID", header, header, 1L, new byte[1])));
        node.batches.finish(batch, 1);
        List<RejectedRow> rows = new ArrayList<>();
        node.batches.eachRejection(batch, rows::add);
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.column()).isEqualTo("x".repeat(254)));
    }

    @Test
    void aFileOfWhichNothingWasSentIsLoadedAnew() {
        BatchTotals first = node.load("x.csv", ledger.rows(2, 3), HELD);
        assertThat(open("copy.csv")).as("it waits for a person").isInstanceOf(Opening.Repeated.class);
        ledger.fileDecisions().decide(Decision.WITHDRAW, first.batchId(), "jan", "wrong columns");
        assertThat(open("x.csv")).as("after a crash").isInstanceOf(Opening.Answer.class);

        Opening.Load anew = (Opening.Load) open("copy.csv");
        node.batches.load(anew.batchId(), ledger.rows(2, 3), List.of());
        assertThat(node.batches.finish(anew.batchId(), 2).queued()).isEqualTo(2);
        assertThat(ledger.count("batch where sha256 = '" + LedgerFixture.sha256("x.csv") + "'"))
                .as("what became of the first one is kept")
                .isEqualTo(2);
        assertThat(ledger.count("reminder where state = 'WITHDRAWN'")).isEqualTo(2);
        assertThat(open("third.csv"))
                .as("the second one counts from now on")
                .isInstanceOfSatisfying(
                        Opening.Repeated.class,
                        repeated -> assertThat(repeated.first().batchId()).isEqualTo(anew.batchId()));
        ledger.states();
    }

    @Test
    void aDropThatIsKnownToBeAnotherIsLoadedAnewUnderTheSameNameAndTime() {
        long batch = node.begin("x.csv");
        node.batches.load(batch, List.of(), List.of(ledger.rejection(2)));
        node.batches.finish(batch, 1);
        Opening.Load anew = (Opening.Load) node.batches.openAnother(LedgerFixture.file("x.csv"), "UTF-8", ';');
        assertThat(anew.filedName()).isEqualTo("x-2.csv");
        assertThat(node.batches.openAnother(LedgerFixture.file("x.csv"), "UTF-8", ';'))
                .as("it is being loaded")
                .isInstanceOf(Opening.Busy.class);
    }

    @Test
    void aFileIsNotLoadedAnewOnceAnythingOfItWasSentOrPaid() {
        BatchTotals sent = node.load("x.csv", ledger.rows(2, 3));
        node.submitting(1);
        ledger.fileDecisions().decide(Decision.WITHDRAW, sent.batchId(), "jan", "wrong month");
        assertThat(open("copy.csv")).isInstanceOf(Opening.Repeated.class);

        BatchTotals paid = node.load("y.csv", ledger.rows(4, 5), HELD);
        ledger.fileDecisions().decide(Decision.WITHDRAW, paid.batchId(), "jan", "x");
        ledger.run("update reminder set state = 'SUPPRESSED', reason = 'PAID' where line = 5");
        assertThat(open("y.csv", "copy.csv", Instant.now())).isInstanceOf(Opening.Repeated.class);
    }

    @Test
    void anExportThatANewerFullOneHasOvertakenIsNotLoadedAnew() {
        BatchTotals first = node.load("x.csv", ledger.rows(2, 3), HELD);
        ledger.fileDecisions().decide(Decision.WITHDRAW, first.batchId(), "jan", "wrong columns");
        ReleasePolicy full =
                new ReleasePolicy(null, ReleasePolicy.NONE.budget(), ReleasePolicy.NONE.canary(), true, true);
        node.load("newer.csv", ledger.rows(3, 3), full);
        assertThat(open("x.csv", "copy.csv", EARLIER)).isInstanceOf(Opening.Repeated.class);
    }

    private Opening open(String name) {
        return open("y.csv".equals(name) ? "y.csv" : "x.csv", name, null);
    }

    /** @param modified null for the time of the test files */
    private Opening open(String content, String name, Instant modified) {
        FileIdentity file = LedgerFixture.file(name);
        return node.batches.open(
                new FileIdentity(
                        file.source(),
                        name,
                        LedgerFixture.sha256(content),
                        file.size(),
                        modified == null ? file.modified() : modified),
                "UTF-8",
                ';');
    }
}
