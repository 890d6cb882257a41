package pl.kurenda.ledger.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.decision.FileDecisionResult;
import pl.kurenda.ledger.decision.FileDecisions;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.gate.BatchFacts;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.ledger.gate.ReleasePolicy;
import pl.kurenda.ledger.read.FileArchive;

/** Debts that a newer full export no longer contains are paid. */
class FullExportsTest {
    private static final ReleasePolicy FULL =
            new ReleasePolicy(null, ReleasePolicy.NONE.budget(), ReleasePolicy.NONE.canary(), true, true);

    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node node = ledger.node("a");

    @Test
    void whatWaitsAndIsNoLongerThereIsPaidAndWhatIsClaimedGoes() {
        node.load("x.csv", List.of(ledger.row(2), ledger.row(3), ledger.row(9, "t", 1, 1), ledger.row(10, "t", 2, 1)));
        node.load("other.csv", ledger.rows(4, 5));
        List<ClaimedReminder> claimed = node.dispatches.claim(1, source -> true);
        assertThat(ledger.state(2)).isEqualTo("CLAIMED");
        BatchTotals full = node.load("full.csv", List.of(row(23, 3), row(24, 4), row(30, 30)), FULL);
        assertThat(full.reasons()).isEqualTo(Map.of("DUPLICATE_DEBT", 2));
        assertThat(ledger.states())
                .isEqualTo(Map.of(
                        2,
                        "CLAIMED",
                        3,
                        "QUEUED",
                        4,
                        "QUEUED",
                        5,
                        "SUPPRESSED",
                        9,
                        "SUPPRESSED",
                        10,
                        "SUPPRESSED",
                        23,
                        "SUPPRESSED",
                        24,
                        "SUPPRESSED",
                        30,
                        "QUEUED"));
        assertThat(ledger.count("reminder where reason = 'PAID'")).isEqualTo(3);
        assertThat(ledger.count("outcome where state = 'SUPPRESSED' and reason = 'PAID' and cost = 0"))
                .isEqualTo(3);
        assertThat(ledger.count("history where to_state = 'SUPPRESSED' and reason = 'PAID' and who = 'a'"))
                .isEqualTo(3);
        assertThat(node.dispatches.submitting(claimed)).hasSize(1);
        assertThat(node.load("back.csv", List.of(row(40, 5))).queued())
                .as("a debt that returns is reminded of")
                .isEqualTo(1);
    }

    @Test
    void noRowsAHeldFileAMendedAnswerAnOlderOneAndADemoPayNothing() {
        node.load("x.csv", ledger.rows(2, 3));
        node.load("empty.csv", List.of(), FULL);
        long rejected = node.begin("rejected.csv");
        node.batches.load(rejected, List.of(), List.of(ledger.rejection(2)));
        node.batches.finish(rejected, 1, FULL);
        ReleasePolicy held = new ReleasePolicy(
                f -> List.of(Finding.of("MISSING", 1, 2, 3)), FULL.budget(), FULL.canary(), true, true);
        node.load("cut.csv", List.of(ledger.row(50)), held);
        node.load(
                "mended.csv",
                List.of(ledger.row(51)),
                new ReleasePolicy(null, FULL.budget(), FULL.canary(), true, false));
        load(node, "older.csv", "2026-11-23T09:00:00Z", ledger.row(52));
        load(ledger.node("demo", LedgerFixture.DEMO), "demo.csv", "2026-11-24T09:00:00Z", ledger.row(53));
        node.batches.goOn();
        assertThat(ledger.count("reminder where reason = 'PAID'")).isZero();
        assertThat(ledger.states()).containsEntry(2, "QUEUED").containsEntry(3, "QUEUED");
    }

    private static void load(LedgerFixture.Node node, String name, String modified, NewReminder row) {
        FileIdentity file = new FileIdentity("waste", name, LedgerFixture.sha256(name), 9, Instant.parse(modified));
        long batch = ((Opening.Load) node.batches.open(file, "UTF-8", ';')).batchId();
        node.batches.load(batch, List.of(row), List.of());
        node.batches.finish(batch, 1, FULL);
    }

    @Test
    void aHeldFullExportPaysOnceItIsReleasedUnlessANewerOneHasCome() {
        node.load("x.csv", ledger.rows(2, 4));
        AtomicReference<BatchFacts> seen = new AtomicReference<>();
        ReleasePolicy held = new ReleasePolicy(
                facts -> {
                    seen.set(facts);
                    return List.of(Finding.of("MISSING", 2, 3, 50));
                },
                FULL.budget(),
                FULL.canary(),
                true,
                true);
        long first =
                node.load("full.csv", List.of(row(22, 2), row(60, 60)), held).batchId();
        assertThat(seen.get().waiting()).isEqualTo(3);
        assertThat(seen.get().missing()).isEqualTo(2);
        ledger.fileDecisions().decide(Decision.RELEASE, first, "jan", "many have paid");
        node.batches.goOn();
        assertThat(ledger.states()).containsEntry(2, "QUEUED").containsEntry(3, "SUPPRESSED");
        long second = node.load("late.csv", List.of(row(70, 70)), held).batchId();
        node.load("newest.csv", List.of(row(82, 2)), FULL);
        ledger.fileDecisions().decide(Decision.RELEASE, second, "jan", "x");
        node.batches.goOn();
        assertThat(ledger.states()).as("the newest has it").containsEntry(2, "QUEUED");
        assertThat(ledger.count("batch where sweep")).isZero();
    }

    @Test
    void aHeldFullExportWithoutANewDebtIsListedAndPaysOnceItIsReleasedAndNothingWhenWithdrawn() {
        node.load("x.csv", ledger.rows(2, 4));
        ReleasePolicy held = new ReleasePolicy(
                f -> List.of(Finding.of("MISSING", 2, 3, 50)), FULL.budget(), FULL.canary(), true, true);
        long withdrawn = node.load("cut.csv", List.of(row(22, 2)), held).batchId();
        FileDecisions files = ledger.fileDecisions();
        assertThat(listed(files)).containsExactly(withdrawn);
        assertThat(files.decide(Decision.WITHDRAW, withdrawn, "jan", "cut off"))
                .isEqualTo(new FileDecisionResult(FileDecisionResult.Outcome.DONE, 0, 0));
        long released = node.load("full.csv", List.of(row(32, 2)), held).batchId();
        assertThat(listed(files)).containsExactly(released);
        FileArchive archive = ledger.files();
        assertThat(archive.story(released).orElseThrow().releasable()).isTrue();
        assertThat(archive.story(withdrawn).orElseThrow().releasable()).isFalse();
        node.batches.goOn();
        assertThat(ledger.count("reminder where reason = 'PAID'")).isZero();
        assertThat(files.decide(Decision.RELEASE, released, "jan", "many have paid")
                        .outcome())
                .isEqualTo(FileDecisionResult.Outcome.DONE);
        node.batches.goOn();
        assertThat(ledger.states())
                .containsEntry(2, "QUEUED")
                .containsEntry(3, "SUPPRESSED")
                .containsEntry(4, "SUPPRESSED");
        assertThat(listed(files)).isEmpty();
        assertThat(files.decide(Decision.RELEASE, released, "jan", "again").outcome())
                .isEqualTo(FileDecisionResult.Outcome.NOTHING);
    }

    private static List<Long> listed(FileDecisions files) {
        List<Long> ids = new java.util.ArrayList<>();
        files.each(file -> ids.add(file.id()));
        return ids;
    }

    @Test
    void aCrashInTheMiddleIsTakenUpByAnyNodeAndBooksNothingTwice() {
        node.load("x.csv", 2500);
        node.load("full.csv", List.of(row(3000, 2)), FULL);
        // As if the daemon had died after the first block: the rest still waits, and the batch is marked.
        ledger.jdbc
                .sql("update batch set sweep = true where file_name = 'full.csv'")
                .update();
        ledger.jdbc
                .sql("delete o from outcome o join reminder r on r.id = reminder_id where line between 1500 and 2600")
                .update();
        ledger.jdbc
                .sql("update reminder set state = 'QUEUED', reason = null where line between 1500 and 2600")
                .update();
        LedgerFixture.Node other = ledger.node("b");
        CompletableFuture<Void> both = CompletableFuture.runAsync(other.batches::goOn);
        node.batches.goOn();
        both.join();
        assertThat(ledger.count("reminder where reason = 'PAID'")).isEqualTo(2499);
        assertThat(ledger.count("outcome where reason = 'PAID'")).isEqualTo(2499);
        assertThat(ledger.count("(select reminder_id from outcome group by reminder_id having count(*) > 1) x"))
                .isZero();
        assertThat(ledger.count("batch where sweep")).isZero();
    }

    /**
     * The sweep was interrupted. The next file must not count as a repetition of reminders that are about to be
     * suppressed.
     */
    @Test
    void whatIsPendingIsDoneBeforeTheNextFile() {
        node.load("x.csv", ledger.rows(2, 2));
        node.load("full.csv", List.of(row(30, 30)), FULL);
        ledger.jdbc
                .sql("update batch set sweep = true where file_name = 'full.csv'")
                .update();
        ledger.run("update reminder set state = 'QUEUED', reason = null where line = 2");
        BatchTotals next = node.load("y.csv", List.of(row(40, 2)));
        assertThat(next.queued()).isEqualTo(1);
        assertThat(ledger.states()).containsEntry(2, "SUPPRESSED").containsEntry(40, "QUEUED");
    }

    /** Z/3 came and was paid: the export is what it was before. */
    @Test
    void anOlderFullExportThatComesAgainPaysWhatItLacks() {
        node.load("a.csv", List.of(row(2, 2), row(3, 3)), FULL);
        node.load("b.csv", List.of(row(12, 2), row(13, 3), row(14, 4)), FULL);
        assertThat(again("a.csv", "2026-11-24T09:00:00Z"))
                .as("written no later than the newest: an old file")
                .isEqualTo(Opening.Again.NOTHING);
        assertThat(again("b.csv", "2026-11-24T10:00:00Z"))
                .as("the newest itself")
                .isEqualTo(Opening.Again.NOTHING);
        assertThat(ledger.state(14)).isEqualTo("QUEUED");
        long loading = node.begin("c.csv");
        assertThat(open("a.csv", "2026-11-24T10:00:00Z")).isInstanceOf(Opening.Busy.class);
        node.batches.discard(loading);
        assertThat(again("a.csv", "2026-11-24T10:00:00Z")).isEqualTo(new Opening.Again(true, 1, 0));
        assertThat(ledger.states())
                .containsEntry(2, "QUEUED")
                .containsEntry(3, "QUEUED")
                .containsEntry(14, "SUPPRESSED");
        assertThat(ledger.count("outcome where reason = 'PAID'")).isEqualTo(1);
        assertThat(again("a.csv", "2026-11-24T10:00:00Z")).isEqualTo(new Opening.Again(true, 0, 0));
    }

    @Test
    void anOlderFullExportThatLacksMostOfWhatWaitsPaysNothing() {
        node.load("a.csv", List.of(row(2, 2)), FULL);
        node.load("b.csv", ledger.rows(2, 20), FULL);
        assertThat(again("a.csv", "2026-11-24T10:00:00Z")).isEqualTo(new Opening.Again(true, 0, 18));
        assertThat(ledger.count("reminder where reason = 'PAID'")).isZero();
    }

    private Opening.Again again(String name, String modified) {
        return ((Opening.Repeated) open(name, modified)).again();
    }

    private Opening open(String name, String modified) {
        return node.batches.open(
                new FileIdentity("waste", "again.csv", LedgerFixture.sha256(name), 100, Instant.parse(modified)),
                "UTF-8",
                ';');
    }

    private NewReminder row(int line, int debt) {
        return ledger.row(line, "debt" + debt, 1000 + debt, 1);
    }
}
