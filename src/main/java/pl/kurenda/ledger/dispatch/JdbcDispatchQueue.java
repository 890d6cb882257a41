package pl.kurenda.ledger.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.NodeIdentity;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.core.SandboxSource;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.ledger.optout.OptOutSweep;
import pl.kurenda.ledger.optout.OptOuts;

/** Implements the queue in the database: one statement per step changes the state of a block of reminders. */
@Service("dispatchQueue")
public class JdbcDispatchQueue implements DispatchQueue {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcDispatchQueue.class);

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final NodeLease lease;
    private final OpenBatches open;
    private final SubmitResults submits;
    private final OptOutSweep optOuts;
    private final ClaimedBatches claimedBatches;

    public JdbcDispatchQueue(
            LedgerJdbc ledgerJdbc,
            StateHistory stateHistory,
            NodeLease lease,
            OpenBatches open,
            SubmitResults submits,
            OptOutSweep optOuts,
            ClaimedBatches claimedBatches) {
        this.claimedBatches = claimedBatches;
        this.optOuts = optOuts;
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
        this.lease = lease;
        this.open = open;
        this.submits = submits;
    }

    @Override
    public List<ClaimedReminder> claim(int limit, Predicate<String> sourceOpen) {
        List<OpenBatches.Batch> batches = open.find().stream()
                .filter(batch -> sourceOpen.test(batch.source()))
                .toList();
        List<ClaimedReminder> claimed = new ArrayList<>();
        int share = batches.isEmpty() ? 0 : Math.max(1, limit / batches.size());
        for (OpenBatches.Batch batch : batches) {
            claimed.addAll(claim(batch, Math.min(share, limit - claimed.size())));
        }
        // The unused share of small files goes to the oldest files.
        for (OpenBatches.Batch batch : batches) {
            claimed.addAll(claim(batch, limit - claimed.size()));
        }
        return claimed;
    }

    private List<ClaimedReminder> claim(OpenBatches.Batch batch, int limit) {
        if (limit == 0) {
            return List.of();
        }
        NodeIdentity node = lease.identity();
        List<ClaimedReminder> taken = ledgerJdbc.inTransaction(() -> {
            List<ClaimedReminder> due = due(batch, limit, node);
            if (!due.isEmpty()) {
                claimedBatches.note(node.fence(), batch.id());
                ledgerJdbc.update(
                        """
                        update reminder set state = 'CLAIMED', state_at = :now, fence = :fence
                        where id in (:ids)""",
                        Map.of(
                                "now", stateHistory.now(),
                                "fence", node.fence(),
                                "ids", ids(due)));
            }
            return due;
        });
        if (taken.isEmpty()) {
            optOuts.due(batch.id());
            open.closeIfDone(batch.id());
        }
        return taken;
    }

    private List<ClaimedReminder> due(OpenBatches.Batch batch, int limit, NodeIdentity node) {
        List<ClaimedReminder> due = ledgerJdbc
                .sql()
                .query(
                        """
                        select id, msisdn, sender, text, alphabet, segments, cost, not_after, attempts
                        from reminder force index (reminder_queue)
                        where batch_id = :batch and queued_for <= :now and not_after > :now
                        """
                                + (toldByTheList(batch.source()) ? " and" + OptOutSweep.NOT_OPTED_OUT : "")
                                + " order by queued_for, id limit :limit for update skip locked",
                        Map.of("batch", batch.id(), "now", stateHistory.now(), "limit", limit),
                        (rs, n) -> claimed(rs, node.fence(), batch.source()));
        Set<Long> retried = due.stream()
                .filter(c -> c.attempts() > 0)
                .map(ClaimedReminder::id)
                .collect(Collectors.toSet());
        return retried.isEmpty() ? due : withAccepted(due, retried);
    }

    /** Whether the opt-out list applies: not to opt-out confirmations, and not to sandboxes. */
    private static boolean toldByTheList(String source) {
        return !source.equals(OptOuts.SOURCE) && !SandboxSource.is(source);
    }

    private static ClaimedReminder claimed(ResultSet rs, long fence, String source) throws SQLException {
        return new ClaimedReminder(
                rs.getLong("id"),
                fence,
                source,
                rs.getString("msisdn"),
                rs.getString("sender"),
                rs.getString("text"),
                rs.getString("alphabet"),
                rs.getInt("segments"),
                rs.getBigDecimal("cost"),
                Utc.instant(rs.getObject("not_after", LocalDateTime.class)),
                rs.getInt("attempts"),
                new HashSet<>());
    }

    private List<ClaimedReminder> withAccepted(List<ClaimedReminder> due, Set<Long> retried) {
        Map<Long, ClaimedReminder> byId = due.stream().collect(Collectors.toMap(ClaimedReminder::id, c -> c));
        ledgerJdbc.sql().query("""
                        select reminder_id, number from segment
                        where reminder_id in (:ids) and message_id is not null""", Map.of("ids", retried), rs -> {
            byId.get(rs.getLong(1)).accepted().add(rs.getInt(2));
        });
        return due;
    }

    @Override
    public List<ClaimedReminder> submitting(List<ClaimedReminder> claimed) {
        NodeIdentity node = lease.identity();
        List<Long> ids =
                ids(claimed.stream().filter(c -> c.fence() == node.fence()).toList());
        if (ids.isEmpty()) {
            return List.of();
        }
        return ledgerJdbc.inTransaction(() -> {
            Map<String, Object> mine = mine(node, ids);
            int moved = ledgerJdbc.update("""
                    update reminder set state = 'SUBMITTING', state_at = :now, attempts = attempts + 1
                    where id in (:ids) and state = 'CLAIMED' and fence = :fence
                      and exists (select 1 from node n where n.name = :node and n.fence = :fence
                                  and n.lease_until > utc_timestamp(3))""", mine);
            Set<Long> passed = moved == ids.size() ? Set.copyOf(ids) : stillMine(mine);
            return claimed.stream().filter(c -> passed.contains(c.id())).toList();
        });
    }

    private Set<Long> stillMine(Map<String, Object> mine) {
        return Set.copyOf(ledgerJdbc.sql().queryForList("""
                        select id from reminder where id in (:ids) and state = 'SUBMITTING' and fence = :fence""", mine, Long.class));
    }

    private Map<String, Object> mine(NodeIdentity node, List<Long> ids) {
        Map<String, Object> mine = new HashMap<>();
        mine.put("now", stateHistory.now());
        mine.put("node", node.name());
        mine.put("fence", node.fence());
        mine.put("ids", ids);
        return mine;
    }

    @Override
    public void giveBack(Collection<ClaimedReminder> claimed, Instant notBefore) {
        NodeIdentity node = lease.identity();
        List<Long> ids =
                ids(claimed.stream().filter(c -> c.fence() == node.fence()).toList());
        if (ids.isEmpty()) {
            return;
        }
        Map<String, Object> mine = mine(node, ids);
        mine.put("notBefore", Utc.of(notBefore));
        ledgerJdbc.transact(() -> ledgerJdbc.update("""
                update reminder set state = 'QUEUED', state_at = :now, not_before = :notBefore, fence = 0
                where id in (:ids) and state = 'CLAIMED' and fence = :fence""", mine));
    }

    @Override
    public void giveBackAll() {
        claimedBatches.giveBackClaimed(lease.identity().fence(), open.reminders());
    }

    @Override
    public void record(List<SubmitReport> reports) {
        try {
            ledgerJdbc.transact(() -> submits.record(reports));
        } catch (DataIntegrityViolationException refused) {
            // the same block would fail again every time, and its slots would never be free again
            LOG.error("Outcomes are recorded one by one: {}", refused.getClass().getSimpleName());
            reports.forEach(this::recordOne);
        }
    }

    private void recordOne(SubmitReport report) {
        for (SubmitReport form : List.of(report, report.bare())) {
            try {
                ledgerJdbc.transact(() -> submits.recordAlone(form));
                return;
            } catch (DataIntegrityViolationException refused) {
                LOG.error(
                        "The outcome of reminder {} cannot be recorded as it is: {}",
                        report.reminderId(),
                        refused.getClass().getSimpleName());
            }
        }
    }

    private static List<Long> ids(Collection<ClaimedReminder> claimed) {
        return claimed.stream().map(ClaimedReminder::id).toList();
    }
}
