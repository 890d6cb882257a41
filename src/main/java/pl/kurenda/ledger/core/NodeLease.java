package pl.kurenda.ledger.core;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Holds this daemon's right to send. The lease is renewed in the database, by the database's clock. This daemon trusts
 * it only until five seconds before its end, by a clock that cannot be set. A node that was frozen therefore never
 * sends what others have already taken from it.
 */
public class NodeLease {
    /** How long a node counts as alive after it stops renewing. */
    static final Duration LENGTH = Duration.ofSeconds(20);

    private static final Duration MARGIN = Duration.ofSeconds(5);
    private static final Duration RENEWAL = Duration.ofSeconds(4);
    private static final Logger LOG = LoggerFactory.getLogger(NodeLease.class);

    private final LedgerJdbc ledgerJdbc;
    private volatile NodeIdentity identity;
    private final ScheduledExecutorService renewer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lease");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long trustedUntil;
    private volatile boolean lost;
    private volatile int living;

    public NodeLease(LedgerJdbc ledgerJdbc, String name) {
        this.ledgerJdbc = ledgerJdbc;
        long asked = System.nanoTime();
        this.identity = ledgerJdbc.inTransaction(() -> register(name));
        trust(asked);
        this.living = count();
    }

    private NodeIdentity register(String name) {
        ledgerJdbc.update("""
                insert into node (name, fence, started_at, lease_until)
                values (:name, nextval(fence_seq), utc_timestamp(3), utc_timestamp(3) + interval :seconds second)
                on duplicate key update fence = values(fence), started_at = utc_timestamp(3),
                  lease_until = utc_timestamp(3) + interval :seconds second""", Map.of("name", name, "seconds", LENGTH.toSeconds()));
        Long fence = ledgerJdbc
                .sql()
                .queryForObject("select fence from node where name = :name", Map.of("name", name), Long.class);
        return new NodeIdentity(name, fence);
    }

    @PostConstruct
    void start() {
        renewer.scheduleWithFixedDelay(this::renew, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void renew() {
        if (lost) {
            return;
        }
        long asked = System.nanoTime();
        try {
            int renewed = ledgerJdbc.update(
                    """
                    update node set lease_until = utc_timestamp(3) + interval :seconds second
                    where name = :name and fence = :fence and lease_until > utc_timestamp(3)""", Map.of("name", identity.name(), "fence", identity.fence(), "seconds", LENGTH.toSeconds()));
            if (renewed == 1 || takenUpAgain()) {
                trust(asked);
            }
            living = count();
        } catch (RuntimeException e) {
            LOG.warn(
                    "The lease of node {} could not be renewed: {}",
                    identity.name(),
                    e.getClass().getSimpleName());
        }
    }

    /**
     * Registers this daemon under a new fence. A lease that has ended is never revived, because others may have taken
     * what it held. What this daemon claimed under the old fence no longer belongs to it.
     */
    private boolean takenUpAgain() {
        Long fence = ledgerJdbc
                .sql()
                .queryForObject(
                        "select max(fence) from node where name = :name", Map.of("name", identity.name()), Long.class);
        if (fence != null && fence > identity.fence()) {
            lost = true;
            LOG.error(
                    "Another daemon has started as node {}: this one sends nothing any more. Stop one of them, or give"
                            + " them different names (kurenda.node).",
                    identity.name());
            return false;
        }
        identity = ledgerJdbc.inTransaction(() -> register(identity.name()));
        LOG.warn("The lease of node {} had ended; it goes on with a new one", identity.name());
        return true;
    }

    private int count() {
        Integer living = ledgerJdbc
                .sql()
                .queryForObject(
                        "select count(*) from node where lease_until > utc_timestamp(3)", Map.of(), Integer.class);
        return living == null ? 1 : Math.max(1, living);
    }

    private void trust(long asked) {
        trustedUntil = asked + LENGTH.minus(MARGIN).toNanos();
    }

    /** The identity of this daemon in the ledger; changes when a lease has ended. */
    public NodeIdentity identity() {
        return identity;
    }

    /** Number of daemons that share the database, including this one, as of some seconds ago. */
    public int living() {
        return living;
    }

    /** Whether this daemon may still send; checked again before every submit. */
    public boolean valid() {
        return !lost && System.nanoTime() - trustedUntil < 0;
    }

    /** Gives the lease back, so that other nodes need not wait for its end. */
    @PreDestroy
    public void stop() {
        renewer.shutdownNow();
        lost = true;
        try {
            ledgerJdbc.update(
                    "update node set lease_until = utc_timestamp(3) where name = :name and fence = :fence",
                    Map.of("name", identity.name(), "fence", identity.fence()));
        } catch (DataAccessException e) {
            LOG.warn("The lease of node {} could not be given back; it ends by itself", identity.name());
        }
    }
}
