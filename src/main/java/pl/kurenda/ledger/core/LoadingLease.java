package pl.kurenda.ledger.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Tracks which node loads which file. Over all nodes, a source has only one file loading at a time, and only a live
 * node loads it.
 */
@Component
public class LoadingLease {
    private final LedgerJdbc ledgerJdbc;
    private final NodeLease lease;
    private final SmscIdentity smsc;
    private final Set<Long> underway = ConcurrentHashMap.newKeySet();

    public LoadingLease(LedgerJdbc ledgerJdbc, NodeLease lease, SmscIdentity smsc) {
        this.ledgerJdbc = ledgerJdbc;
        this.lease = lease;
        this.smsc = smsc;
    }

    public NodeIdentity node() {
        return lease.identity();
    }

    /** Whether files taken now are demo files. */
    public boolean demo() {
        return smsc.simulator();
    }

    public Optional<Loading> loading(String source) {
        return ledgerJdbc
                .sql()
                .query(
                        "select id, node, fence from batch where loading_source = :source",
                        Map.of("source", source),
                        (rs, n) -> new Loading(rs.getLong(1), rs.getString(2), rs.getLong(3)))
                .stream()
                .findFirst();
    }

    /**
     * Marks the batch as being loaded by this node. Call this before others can see that the batch belongs to this
     * node.
     */
    public void began(long batchId) {
        underway.add(batchId);
    }

    /** Marks the batch as no longer being loaded by this node, whether finished or not. */
    public void ended(long batchId) {
        underway.remove(batchId);
    }

    /**
     * Whether a node is loading the file. A file left by a dead node is free. So is a file that this node gave up after
     * a technical failure: otherwise no other file of the source could be loaded until the next start.
     */
    public boolean busy(Loading loading) {
        return alive(loading) && (!mine(loading) || underway.contains(loading.batchId()));
    }

    private boolean mine(Loading loading) {
        return loading.node().equals(node().name()) && loading.fence() == node().fence();
    }

    private boolean alive(Loading loading) {
        return !ledgerJdbc
                .sql()
                .queryForList("""
                        select 1 from node where name = :name and fence = :fence and lease_until > utc_timestamp(3)""", Map.of("name", loading.node(), "fence", loading.fence()), Integer.class)
                .isEmpty();
    }

    /** Locks a half-loaded batch. Returns false if its node closed it at the last moment. */
    public boolean takeFrom(Loading loading) {
        return !ledgerJdbc
                .sql()
                .queryForList(
                        """
                        select 1 from batch
                        where id = :id and state = 'LOADING' and node = :node and fence = :fence for update""",
                        Map.of("id", loading.batchId(), "node", loading.node(), "fence", loading.fence()),
                        Integer.class)
                .isEmpty();
    }

    /**
     * Locks the batch and checks that it is still being loaded by this node.
     *
     * @return its source
     * @throws IllegalStateException if another node has taken it over
     */
    public String confirm(long batchId) {
        List<String> source = ledgerJdbc
                .sql()
                .queryForList("""
                        select source from batch
                        where id = :id and state = 'LOADING' and node = :node and fence = :fence for update""", Map.of("id", batchId, "node", node().name(), "fence", node().fence()), String.class);
        if (source.isEmpty()) {
            throw new IllegalStateException("batch " + batchId + " is not being loaded by this node any more");
        }
        return source.get(0);
    }

    /** A file that is being loaded, and the node that loads it. */
    public record Loading(long batchId, String node, long fence) {}
}
