package pl.kurenda.ops.metrics;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Caches a value that is read at most once per period, however often it is requested. A hanging read, as with an
 * unreachable database, delays a caller only for a moment. Spring's caches are not used because they make the caller
 * wait for the read.
 *
 * @param <T> what is read
 */
final class TimedCache<T> {
    private static final Logger LOG = LoggerFactory.getLogger(TimedCache.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Age above which a value is no longer returned. */
    private static final Duration WORTHLESS = Duration.ofMinutes(1);

    private final Supplier<T> source;
    private final Duration fresh;
    private final Executor executor;
    private final LongSupplier nanos;
    private volatile Read<T> last;
    private CompletableFuture<Void> reading = CompletableFuture.completedFuture(null);

    /**
     * @param fresh how long a value counts as fresh
     * @param executor reads in one thread
     * @param nanos a monotonic clock, nanoseconds
     */
    TimedCache(Supplier<T> source, Duration fresh, Executor executor, LongSupplier nanos) {
        this.source = source;
        this.fresh = fresh;
        this.executor = executor;
        this.nanos = nanos;
    }

    /** Returns the value read in the last minute; empty if there is none. */
    Optional<T> get() {
        if (age(last) > fresh.toNanos()) {
            try {
                begin().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (Exception failedOrLate) {
                LOG.debug("Not read: {}", failedOrLate.getClass().getSimpleName());
            }
        }
        Read<T> found = last;
        return age(found) > WORTHLESS.toNanos() ? Optional.empty() : Optional.of(found.value());
    }

    private synchronized CompletableFuture<Void> begin() {
        if (reading.isDone()) {
            reading = CompletableFuture.runAsync(() -> last = new Read<>(source.get(), nanos.getAsLong()), executor);
        }
        return reading;
    }

    private long age(Read<T> read) {
        return read == null ? Long.MAX_VALUE : nanos.getAsLong() - read.at();
    }

    private record Read<T>(T value, long at) {}
}
