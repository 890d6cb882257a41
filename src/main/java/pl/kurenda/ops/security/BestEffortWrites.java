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
 * What a login writes down, or looks up, if the database is there. Where it is away nobody is kept out, as health and Hawtio are
 * what it is mended with; and it is not asked again for half a minute, since each question lasts as long as the patience of the
 * pool.
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
     * Does the work, or leaves it.
     *
     * @param what it is, for the log
     * @return false if it was left, or failed
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
