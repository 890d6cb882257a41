package pl.kurenda.ops.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import pl.kurenda.MovableClock;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.ServiceFixture;
import pl.kurenda.ledger.privacy.Retention;
import pl.kurenda.report.core.ReportLock;
import pl.kurenda.report.core.ReportLockFixture;

/** What a node erases while another node is erasing. */
class RetentionJobTest {
    private static final LedgerFixture LEDGER = new LedgerFixture();

    @TempDir
    Path home;

    @Test
    void eachNodeCleansItsOwnFoldersThoughAnotherHasTheDatabase() throws Exception {
        Retention retention = ServiceFixture.retention(LEDGER);
        LEDGER.load("a.csv", 1);
        LEDGER.run("update reminder set state = 'DELIVERED'");
        Path failed = file("failed/y.csv");
        Path fresh = file("in/z.csv");
        MovableClock clock = new MovableClock("2100-01-01T00:00:00Z");
        MockEnvironment settings = new MockEnvironment().withProperty("kurenda.home", home.toString());
        ArchiveFolders folders = new ArchiveFolders(settings);
        ReportLock lock = ReportLockFixture.on(LEDGER.dataSource());
        RetentionJob job = new RetentionJob(
                retention,
                new FileErasure(retention, folders),
                folders,
                lock,
                clock,
                new RetentionSettings(90, "0 40 * * * ?"),
                0);
        ExecutorService other = Executors.newSingleThreadExecutor();
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try {
            Future<?> node =
                    other.submit(() -> ReportLockFixture.on(LEDGER.dataSource()).run("retention", () -> {
                        taken.countDown();
                        try {
                            done.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return true;
                    }));
            taken.await();
            job.run();
            assertThat(LEDGER.count("reminder where msisdn <> ''")).isOne();
            assertThat(failed).doesNotExist();
            assertThat(fresh).exists();
            done.countDown();
            node.get();
        } finally {
            done.countDown();
            other.shutdownNow();
        }
        job.run();
        assertThat(LEDGER.count("reminder where msisdn <> ''")).isZero();
    }

    private Path file(String name) throws IOException {
        Path file = home.resolve("dropbox/waste").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "501000001;Jan");
    }
}
