package pl.kurenda.ledger.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;

class JdbcBatchesTest {
    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node node = ledger.node("a");

    @Test
    void countsRowsThatAreMissing() {
        long batch = node.begin("x.csv");
        node.batches.load(batch, List.of(ledger.row(2)), List.of());
        assertThatThrownBy(() -> node.batches.finish(batch, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2 rows read, but 1");
        assertThat(node.dispatches.claim(10, s -> true))
                .as("nothing of it is sent")
                .isEmpty();
    }

    @Test
    void knowsTheOctetsOfASource() {
        node.load("x.csv", ledger.rows(2, 3));
        assertThat(node.batches.knows("waste", LedgerFixture.sha256("x.csv"))).isTrue();
        assertThat(node.batches.knows("tax", LedgerFixture.sha256("x.csv"))).isFalse();
        assertThat(node.batches.knows("waste", LedgerFixture.sha256("y.csv"))).isFalse();
    }

    @Test
    void nothingIsClaimedBeforeTheLastRowIsThere() {
        long batch = node.begin("x.csv");
        node.batches.load(batch, List.of(ledger.row(2)), List.of());
        assertThat(node.dispatches.claim(10, s -> true)).isEmpty();
        node.batches.finish(batch, 1);
        assertThat(node.dispatches.claim(10, s -> true)).hasSize(1);
    }

    @Test
    void balancesToTheGrosz() {
        long batch = node.begin("x.csv");
        node.batches.load(batch, List.of(ledger.row(2), ledger.row(3)), List.of(ledger.rejection(4)));
        BatchTotals totals = node.batches.finish(batch, 3);
        assertThat(totals.rows()).isEqualTo(3);
        assertThat(totals.rejected()).isEqualTo(1);
        assertThat(totals.queued()).isEqualTo(2);
        assertThat(totals.amountTotal()).isEqualTo(1002 + 1003 + 700);
        assertThat(totals.amountQueued()).isEqualTo(1002 + 1003);
        assertThat(totals.cost()).isEqualByComparingTo("0.14");
        assertThat(totals.reasons()).containsOnly(java.util.Map.entry("PHONE_INVALID", 1));
    }

    @Test
    void aFileTakenUpAgainAfterACrashHasEachRowOnce() {
        long batch = node.begin("x.csv");
        node.batches.load(batch, List.of(ledger.row(2), ledger.row(3)), List.of(ledger.rejection(4)));

        LedgerFixture.Node restarted = ledger.node("a");
        Opening again = restarted.batches.open(LedgerFixture.file("x.csv"), "UTF-8", ';');
        assertThat(again).isEqualTo(new Opening.Load(batch, "x.csv", true));
        restarted.batches.load(
                batch,
                List.of(ledger.row(2), ledger.row(3), ledger.row(5)),
                List.of(ledger.rejection(4), ledger.rejection(6)));
        assertThat(restarted.batches.finish(batch, 5).queued()).isEqualTo(3);
        assertThat(ledger.states()).containsOnlyKeys(2, 3, 5);
    }

    @Test
    void theEarlierLifeOfANodeCanNoLongerLoad() {
        long batch = node.begin("x.csv");
        ledger.node("a").batches.open(LedgerFixture.file("x.csv"), "UTF-8", ';');
        assertThatThrownBy(() -> node.batches.load(batch, List.of(ledger.row(2)), List.of()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ledger.states()).isEmpty();
    }

    @Test
    void aFileThatAnotherLiveNodeLoadsIsLeftAlone() {
        node.begin("x.csv");
        LedgerFixture.Node other = ledger.node("b");
        assertThat(other.batches.open(LedgerFixture.file("x.csv"), "UTF-8", ';'))
                .isInstanceOf(Opening.Busy.class);
        assertThat(other.batches.open(LedgerFixture.file("y.csv"), "UTF-8", ';'))
                .isInstanceOf(Opening.Busy.class);
    }

    @Test
    void aDeadNodesHalfLoadedFileMakesRoomAndComesAgainFromItsFirstRow() {
        long dead = node.begin("x.csv");
        node.batches.load(dead, List.of(ledger.row(2)), List.of());
        ledger.dies(node);

        LedgerFixture.Node other = ledger.node("b");
        BatchTotals y = other.load("y.csv", List.of(ledger.row(7, "debt2", 1002, 1)));
        assertThat(y.queued())
                .as("a row that was never in a loaded file blocks nothing")
                .isEqualTo(1);
        BatchTotals x = other.load("x.csv", List.of(ledger.row(2)));
        assertThat(x.reasons()).containsKey("DUPLICATE_DEBT");
    }

    @Test
    void theSameOctetsAgainAreAnsweredNotSent() {
        node.load("x.csv", 2);
        Opening moved = node.batches.open(LedgerFixture.file("x.csv"), "UTF-8", ';');
        assertThat(moved).as("the same drop: only the move was missing").isInstanceOf(Opening.Answer.class);

        FileIdentity redrop = new FileIdentity(
                "waste", "copy.csv", LedgerFixture.sha256("x.csv"), 100, Instant.parse("2026-11-24T11:00:00Z"));
        Opening.Repeated repeated = (Opening.Repeated) node.batches.open(redrop, "UTF-8", ';');
        assertThat(repeated.first().file().fileName()).isEqualTo("x.csv");
        assertThat(repeated.filedName()).isEqualTo("copy.csv");
        assertThat(ledger.node("b").batches.open(redrop, "UTF-8", ';'))
                .as("on another node, too")
                .isEqualTo(repeated);
    }

    @Test
    void anotherFileOfTheSameNameGetsAnotherNameInDone() {
        node.load("x.csv", 1);
        FileIdentity other = new FileIdentity(
                "waste", "x.csv", LedgerFixture.sha256("other"), 5, Instant.parse("2026-11-24T11:00:00Z"));
        assertThat(((Opening.Load) node.batches.open(other, "UTF-8", ';')).filedName())
                .isEqualTo("x-2.csv");
    }

    @Test
    void aNameThatComesEveryDayGetsTheNextNumber() {
        List<String> names = new ArrayList<>();
        for (int day = 1; day <= 20; day++) {
            FileIdentity daily = new FileIdentity(
                    "waste", "x.csv", LedgerFixture.sha256("day " + day), 5, Instant.parse("2026-11-24T11:00:00Z"));
            Opening.Load opening = (Opening.Load) node.batches.open(daily, "UTF-8", ';');
            node.batches.finish(opening.batchId(), 0);
            names.add(opening.filedName());
        }
        assertThat(names).startsWith("x.csv", "x-2.csv", "x-3.csv").endsWith("x-19.csv", "x-20.csv");
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void aDebtIsNotRemindedOfTwice() {
        BatchTotals first = node.load(
                "x.csv", List.of(ledger.row(2, "d", 500, 1), ledger.row(3, "d", 500, 1), ledger.row(4, "e", 600, 1)));
        assertThat(first.reasons()).containsOnly(java.util.Map.entry("DUPLICATE_ROW", 1));
        BatchTotals second = node.load("y.csv", List.of(ledger.row(5, "d", 900, 1), ledger.row(6, "f", 1, 1)));
        assertThat(second.reasons()).containsOnly(java.util.Map.entry("DUPLICATE_DEBT", 1));
        assertThat(ledger.count("outcome where state = 'SUPPRESSED'")).isEqualTo(2);
    }

    @Test
    void aDebtThatWasRefusedMayComeCorrected() {
        node.load("x.csv", List.of(ledger.row(2, "d", 500, 1)));
        ledger.jdbc.sql("update reminder set state = 'REJECTED'").update();
        assertThat(node.load("y.csv", List.of(ledger.row(3, "d", 500, 1))).queued())
                .isEqualTo(1);
    }

    @Test
    void twoAmountsForOneDebtWaitForAPersonEvenAcrossBlocks() {
        long batch = node.begin("x.csv");
        node.batches.load(batch, List.of(ledger.row(2, "d", 500, 1)), List.of());
        node.batches.load(batch, List.of(ledger.row(3, "d", 700, 1), ledger.row(4)), List.of());
        BatchTotals totals = node.batches.finish(batch, 3);
        assertThat(totals.held()).isEqualTo(2);
        assertThat(ledger.states())
                .containsEntry(2, "HELD")
                .containsEntry(3, "HELD")
                .containsEntry(4, "QUEUED");
    }

    @Test
    void aDemoDebtDoesNotBlockARealOne() {
        ledger.node("demo", LedgerFixture.DEMO).load("x.csv", List.of(ledger.row(2, "d", 500, 1)));
        assertThat(node.load("y.csv", List.of(ledger.row(3, "d", 500, 1))).queued())
                .isEqualTo(1);
    }

    @Test
    void aFileThatChangedUnderTheReaderLeavesNothing() {
        long batch = node.begin("x.csv");
        node.batches.load(batch, List.of(ledger.row(2)), List.of(ledger.rejection(3)));
        node.batches.discard(batch);
        assertThat(ledger.count("batch") + ledger.count("reminder") + ledger.count("rejected_row"))
                .isZero();
    }

    @Test
    void rejectedRowsComeBackAsTheyCameInOrder() {
        long batch = node.begin("x.csv");
        List<RejectedRow> rows = new ArrayList<>();
        for (int line = 2; line < 1300; line++) {
            rows.add(ledger.rejection(line));
        }
        node.batches.load(batch, List.of(), rows);
        List<Integer> lines = new ArrayList<>();
        node.batches.eachRejection(batch, row -> lines.add(row.line()));
        assertThat(lines).isSorted().hasSize(1298);
    }

    @Test
    void ofTwoNodesThatBeginAtOnceOneLeavesItsFileForLater() throws Exception {
        try (Connection other = ledger.dataSource.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("""
                    insert into batch (id, source, file_name, filed_name, sha256, size_bytes, file_modified, charset,
                      cell_delimiter, state, loading_source, demo, open, node, fence, received_at)
                    values (9999, 'waste', 'x.csv', 'x.csv', repeat('0', 64), 1, utc_timestamp(3), 'UTF-8', ';',
                      'LOADING', 'waste', false, false, 'b', 1, utc_timestamp(3))""");
            CompletableFuture<Opening> opening =
                    CompletableFuture.supplyAsync(() -> node.batches.open(LedgerFixture.file("y.csv"), "UTF-8", ';'));
            await().until(() -> ledger.jdbc
                            .sql("select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'")
                            .query(Long.class)
                            .single()
                    > 0);
            other.commit();
            assertThat(opening.get(30, TimeUnit.SECONDS)).isInstanceOf(Opening.Busy.class);
        }
    }
}
