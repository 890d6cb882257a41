package pl.kurenda.ledger.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Who loads which file: a source's files come in one at a time, over all nodes, by a node that is alive. */
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

    /** Whether what is taken now is a demo. */
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

    /** This node loads the batch from now on. Said before others can see that the batch is its own. */
    public void began(long batchId) {
        underway.add(batchId);
    }

    /** It does so no longer, be it done or not. */
    public void ended(long batchId) {
        underway.remove(batchId);
    }

    /**
     * Whether somebody is at it. What a dead node has left is free, and so is what this node has given up after a
     * technical failure: no other file of the source could be taken otherwise until its next start.
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

    /** Locks what was left half-loaded; not if its node closed it after all, at the last moment. */
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
     * Makes sure, locking the batch, that it is still loading and still ours.
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

    /** A file that is being loaded, and by whom. */
    public record Loading(long batchId, String node, long fence) {}
}
