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
import pl.kurenda.ledger.core.Books;
import pl.kurenda.ledger.core.Changes;
import pl.kurenda.ledger.core.NodeIdentity;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.core.Sandbox;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.ledger.optout.OptOutSweep;
import pl.kurenda.ledger.optout.OptOuts;

/** The queue in the database: blocks of reminders change state by one statement each. */
@Service
public class DispatchBooks implements Dispatches {
    private static final Logger LOG = LoggerFactory.getLogger(DispatchBooks.class);

    private final Books books;
    private final Changes changes;
    private final NodeLease lease;
    private final OpenBatches open;
    private final SubmitBooks submits;
    private final OptOutSweep optOuts;
    private final InHand inHand;

    public DispatchBooks(
            Books books,
            Changes changes,
            NodeLease lease,
            OpenBatches open,
            SubmitBooks submits,
            OptOutSweep optOuts,
            InHand inHand) {
        this.inHand = inHand;
        this.optOuts = optOuts;
        this.books = books;
        this.changes = changes;
        this.lease = lease;
        this.open = open;
        this.submits = submits;
    }

    @Override
    public List<Claimed> claim(int limit, Predicate<String> sourceOpen) {
        List<OpenBatches.Batch> batches = open.find().stream()
                .filter(batch -> sourceOpen.test(batch.source()))
                .toList();
        List<Claimed> claimed = new ArrayList<>();
        int share = batches.isEmpty() ? 0 : Math.max(1, limit / batches.size());
        for (OpenBatches.Batch batch : batches) {
            claimed.addAll(claim(batch, Math.min(share, limit - claimed.size())));
        }
        // What the small files left of their share goes to the oldest ones.
        for (OpenBatches.Batch batch : batches) {
            claimed.addAll(claim(batch, limit - claimed.size()));
        }
        return claimed;
    }

    private List<Claimed> claim(OpenBatches.Batch batch, int limit) {
        if (limit == 0) {
            return List.of();
        }
        NodeIdentity node = lease.identity();
        List<Claimed> taken = books.inTransaction(() -> {
            List<Claimed> due = due(batch, limit, node);
            if (!due.isEmpty()) {
                inHand.note(node.fence(), batch.id());
                books.update(
                        """
                        update reminder set state = 'CLAIMED', state_at = :now, fence = :fence
                        where id in (:ids)""",
                        Map.of(
                                "now", changes.now(),
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

    private List<Claimed> due(OpenBatches.Batch batch, int limit, NodeIdentity node) {
        List<Claimed> due = books.sql()
                .query(
                        """
                        select id, msisdn, sender, text, alphabet, segments, cost, not_after, attempts
                        from reminder force index (reminder_queue)
                        where batch_id = :batch and queued_for <= :now and not_after > :now
                        """
                                + (toldByTheList(batch.source()) ? " and" + OptOutSweep.NOT_OPTED_OUT : "")
                                + " order by queued_for, id limit :limit for update skip locked",
                        Map.of("batch", batch.id(), "now", changes.now(), "limit", limit),
                        (rs, n) -> claimed(rs, node.fence(), batch.source()));
        Set<Long> retried =
                due.stream().filter(c -> c.attempts() > 0).map(Claimed::id).collect(Collectors.toSet());
        return retried.isEmpty() ? due : withAccepted(due, retried);
    }

    /** Not what confirms an opt-out, and no sandbox. */
    private static boolean toldByTheList(String source) {
        return !source.equals(OptOuts.SOURCE) && !Sandbox.is(source);
    }

    private static Claimed claimed(ResultSet rs, long fence, String source) throws SQLException {
        return new Claimed(
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

    private List<Claimed> withAccepted(List<Claimed> due, Set<Long> retried) {
        Map<Long, Claimed> byId = due.stream().collect(Collectors.toMap(Claimed::id, c -> c));
        books.sql().query("""
                        select reminder_id, number from segment
                        where reminder_id in (:ids) and message_id is not null""", Map.of("ids", retried), rs -> {
            byId.get(rs.getLong(1)).accepted().add(rs.getInt(2));
        });
        return due;
    }

    @Override
    public List<Claimed> submitting(List<Claimed> claimed) {
        NodeIdentity node = lease.identity();
        List<Long> ids =
                ids(claimed.stream().filter(c -> c.fence() == node.fence()).toList());
        if (ids.isEmpty()) {
            return List.of();
        }
        return books.inTransaction(() -> {
            Map<String, Object> mine = mine(node, ids);
            int moved = books.update("""
                    update reminder set state = 'SUBMITTING', state_at = :now, attempts = attempts + 1
                    where id in (:ids) and state = 'CLAIMED' and fence = :fence
                      and exists (select 1 from node n where n.name = :node and n.fence = :fence
                                  and n.lease_until > utc_timestamp(3))""", mine);
            Set<Long> passed = moved == ids.size() ? Set.copyOf(ids) : stillMine(mine);
            return claimed.stream().filter(c -> passed.contains(c.id())).toList();
        });
    }

    private Set<Long> stillMine(Map<String, Object> mine) {
        return Set.copyOf(books.sql().queryForList("""
                        select id from reminder where id in (:ids) and state = 'SUBMITTING' and fence = :fence""", mine, Long.class));
    }

    private Map<String, Object> mine(NodeIdentity node, List<Long> ids) {
        Map<String, Object> mine = new HashMap<>();
        mine.put("now", changes.now());
        mine.put("node", node.name());
        mine.put("fence", node.fence());
        mine.put("ids", ids);
        return mine;
    }

    @Override
    public void giveBack(Collection<Claimed> claimed, Instant notBefore) {
        NodeIdentity node = lease.identity();
        List<Long> ids =
                ids(claimed.stream().filter(c -> c.fence() == node.fence()).toList());
        if (ids.isEmpty()) {
            return;
        }
        Map<String, Object> mine = mine(node, ids);
        mine.put("notBefore", Utc.of(notBefore));
        books.transact(() -> books.update("""
                update reminder set state = 'QUEUED', state_at = :now, not_before = :notBefore, fence = 0
                where id in (:ids) and state = 'CLAIMED' and fence = :fence""", mine));
    }

    @Override
    public void giveBackAll() {
        inHand.giveBackClaimed(lease.identity().fence(), open.reminders());
    }

    @Override
    public void record(List<SubmitReport> reports) {
        try {
            books.transact(() -> submits.record(reports));
        } catch (DataIntegrityViolationException refused) {
            // trying the same block again would end like this for ever, and no slot would ever be free again
            LOG.error("Outcomes are recorded one by one: {}", refused.getClass().getSimpleName());
            reports.forEach(this::recordOne);
        }
    }

    private void recordOne(SubmitReport report) {
        for (SubmitReport form : List.of(report, report.bare())) {
            try {
                books.transact(() -> submits.recordAlone(form));
                return;
            } catch (DataIntegrityViolationException refused) {
                LOG.error(
                        "The outcome of reminder {} cannot be recorded as it is: {}",
                        report.reminderId(),
                        refused.getClass().getSimpleName());
            }
        }
    }

    private static List<Long> ids(Collection<Claimed> claimed) {
        return claimed.stream().map(Claimed::id).toList();
    }
}
