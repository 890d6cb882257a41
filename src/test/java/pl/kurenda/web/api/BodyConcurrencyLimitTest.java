package pl.kurenda.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.kurenda.intake.submission.BodyFiles.Kind;

class BodyConcurrencyLimitTest {
    private final BodyConcurrencyLimit turns = new BodyConcurrencyLimit(Duration.ofMillis(20));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        threads.shutdownNow();
    }

    /** Starts bodies whose processing lasts until the end of the test. */
    private List<Future<?>> busy(int count, Kind kind) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(count);
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            working.add(threads.submit(() -> turns.take(kind, () -> {
                begun.countDown();
                return await(end);
            })));
        }
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        return working;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void refused(Kind kind) {
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> turns.take(kind, () -> "done"))
                .satisfies(problem -> {
                    assertThat(problem.status().value()).isEqualTo(503);
                    assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(5));
                });
    }

    @Test
    void twoBodiesOrOneWorkbookAreLookedAtAtOnce() throws Exception {
        busy(1, null);
        refused(Kind.XLSX);
        List<Future<?>> second = busy(1, Kind.CSV);
        refused(null);
        end.countDown();
        second.get(0).get(10, TimeUnit.SECONDS);
        assertThat(new BodyConcurrencyLimit(Duration.ofSeconds(10)).take(Kind.XLSX, () -> "done"))
                .isEqualTo("done");
    }

    @Test
    void aTurnEndsWithAnExceptionToo() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> turns.take(Kind.XLSX, () -> {
                        throw new IOException("x");
                    }));
        }
        assertThat(turns.take(Kind.XLSX, () -> "done")).isEqualTo("done");
    }
}
