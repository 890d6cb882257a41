package pl.kurenda.report.core;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockingTaskExecutor.TaskResult;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lets one node at a time make reports or do other scheduled work. It uses the database clock. */
@Component
public class ReportLock {
    /** How long the lock of a dead node blocks others; a running node extends its lock while it works. */
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private final ScheduledExecutorService prolonging;
    private final LockProvider provider;
    private final LockingTaskExecutor executor;

    ReportLock(JdbcTemplate jdbc) {
        prolonging = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "report-lock");
            thread.setDaemon(true);
            return thread;
        });
        provider = new KeepAliveLockProvider(
                new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                        .withJdbcTemplate(jdbc)
                        .usingDbTime()
                        .build()),
                prolonging);
        executor = new DefaultLockingTaskExecutor(provider);
    }

    /** Makes reports under the report lock; empty if another node holds it. */
    public <T> Optional<T> run(Supplier<T> work) {
        return run("report", work);
    }

    /** Takes the report lock, which the caller must release; empty if another node holds it. */
    public Optional<SimpleLock> take() {
        return provider.lock(of("report"));
    }

    /**
     * Does the work under a lock; empty if another node holds it.
     *
     * @param name name of the lock, up to 64 characters
     */
    public <T> Optional<T> run(String name, Supplier<T> work) {
        try {
            TaskResult<T> result = executor.executeWithLock(work::get, of(name));
            return result.wasExecuted() ? Optional.of(result.getResult()) : Optional.empty();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the work of a supplier throws no checked exception", e);
        }
    }

    private static LockConfiguration of(String name) {
        return new LockConfiguration(ClockProvider.now(), name, AT_MOST, Duration.ZERO);
    }

    @PreDestroy
    void close() {
        prolonging.shutdownNow();
    }
}
