package pl.kurenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.report.ReportOutcome.Busy;
import pl.kurenda.report.ReportOutcome.Made;
import pl.kurenda.report.page.ReportNode;

/** Several nodes on one database and one folder. */
class ReportNodesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @TempDir
    Path home;

    private final List<ReportNode> nodes = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void open() {
        DataSource dataSource = DatabaseFixture.migrated();
        LedgerRows ledger = new LedgerRows(dataSource);
        ledger.closed(ledger.file("tax", "tax.csv", "2026-11-24T07:00:00"));
        for (int i = 0; i < 3; i++) {
            nodes.add(new ReportNode(dataSource, home, "2026-11-25T00:10:00"));
        }
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        nodes.forEach(ReportNode::close);
    }

    @Test
    void nobodyMakesAReportWhileAnotherNodeDoes() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<?> other = threads.submit(() -> nodes.get(0).lock().run(() -> {
            locked.countDown();
            await(release);
            return true;
        }));
        await(locked);
        assertThat(nodes.get(1).report().make(DAY)).isEqualTo(new Busy());
        assertThat(nodes.get(1).report().makeMissing()).isEmpty();
        assertThat(home.resolve("dropbox")).doesNotExist();
        release.countDown();
        other.get();
        assertThat(nodes.get(1).report().make(DAY)).isInstanceOf(Made.class);
    }

    @Test
    void aFailureGivesTheLockBack() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> nodes.get(0).lock().run(() -> {
                            throw new IllegalArgumentException("no");
                        })))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(nodes.get(1).report().makeMissing()).containsExactly(DAY);
    }

    @Test
    void aDayIsMadeByOneOfThem() {
        List<LocalDate> made = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<List<LocalDate>>> all = nodes.stream()
                .map(node -> threads.submit(() -> {
                    await(start);
                    return node.report().makeMissing();
                }))
                .toList();
        start.countDown();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> all.stream().allMatch(Future::isDone));
        all.forEach(future -> made.addAll(result(future)));
        assertThat(made).containsExactly(DAY);
        assertThat(nodes.get(2).report().makeMissing()).isEmpty();
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
