package pl.kurenda.ops.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Runs the database work of a login if the database is available. If it is not, logins still work, because health and
 * Hawtio are needed to repair it. After a failure the database is not tried for half a minute, because each attempt
 * lasts as long as the pool's timeout.
 */
@Component
public class BestEffortWrites {
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(BestEffortWrites.class);

    private final Clock clock;
    private volatile Instant restsUntil = Instant.MIN;

    BestEffortWrites(Clock clock) {
        this.clock = clock;
    }

    /**
     * Does the work, or skips it.
     *
     * @param what description for the log
     * @return false if the work was skipped or failed
     */
    boolean attempt(String what, Runnable work) {
        if (clock.instant().isBefore(restsUntil)) {
            return false;
        }
        try {
            work.run();
            return true;
        } catch (DataAccessResourceFailureException | CannotCreateTransactionException e) {
            restsUntil = clock.instant().plus(REST);
            LOG.warn(
                    "{} could not be done, the database is away: {}",
                    what,
                    e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.warn("{} could not be done: {}", what, e.getClass().getSimpleName());
        }
        return false;
    }
}
