package pl.kurenda.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimedCacheTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final ExecutorService reader = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        reader.shutdownNow();
    }

    @Test
    void isReadOnceHoweverOftenItIsAskedFor() {
        TimedCache<Integer> figure = remembered(reads::incrementAndGet);
        assertThat(figure.get()).contains(1);
        pass(9);
        assertThat(figure.get()).contains(1);
        pass(2);
        assertThat(figure.get()).contains(2);
    }

    @Test
    void whatCannotBeReadIsToldForAMinuteAndThenNoMore() {
        TimedCache<Integer> figure = remembered(() -> {
            if (reads.incrementAndGet() > 1) {
                throw new IllegalStateException("away");
            }
            return 1;
        });
        assertThat(figure.get()).contains(1);
        pass(30);
        assertThat(figure.get()).contains(1);
        pass(31);
        assertThat(figure.get()).isEmpty();
    }

    @Test
    void aReadThatHangsKeepsNobodyAndIsNotBegunTwice() {
        CountDownLatch away = new CountDownLatch(1);
        TimedCache<Integer> figure = remembered(() -> {
            try {
                away.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return reads.incrementAndGet();
        });
        assertThat(figure.get()).isEmpty();
        away.countDown();
        assertThat(figure.get()).contains(1);
    }

    private TimedCache<Integer> remembered(Supplier<Integer> source) {
        return new TimedCache<>(source, Duration.ofSeconds(10), reader, nanos::get);
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
