package pl.kurenda.ledger.gate;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.CounterJournal;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.LoadingLease;
import pl.kurenda.ledger.core.Utc;

/**
 * Holds reminders of a newly loaded file, in the transaction that ends the loading, so that they are never visible as
 * QUEUED. No other file of the source is being loaded on any node at that time (unique key batch_loading), so the rest
 * of a budget is not spent twice.
 */
@Component
public class Holds {
    private final LedgerJdbc ledgerJdbc;
    private final CounterJournal counterJournal;
    private final LoadingLease loadingLease;
    private final Clock clock;

    public Holds(LedgerJdbc ledgerJdbc, LoadingLease loadingLease, Clock clock) {
        this.ledgerJdbc = ledgerJdbc;
        this.counterJournal = new CounterJournal(ledgerJdbc);
        this.loadingLease = loadingLease;
        this.clock = clock;
    }

    /** Name of the node that closes files here. */
    public String who() {
        return loadingLease.node().name();
    }

    /** Holds every reminder of the file that would be sent. */
    public int all(long batchId) {
        return from(batchId, 0, Hold.GATE);
    }

    /** Holds what exceeds the tightest limit, in the order of the file. */
    public Optional<Finding> overBudget(long batchId, String source, BatchSums sums, ReleasePolicy.Budget budget) {
        if (!budget.limited() || sums.cost().signum() == 0) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        Limit limit = new Limit("BUDGET_BATCH", budget.batch(), BigDecimal.ZERO);
        if (budget.day() != null) {
            limit = limit.or(new Limit("BUDGET_DAY", budget.day(), spent(source, today)));
        }
        if (budget.month() != null) {
            limit = limit.or(new Limit("BUDGET_MONTH", budget.month(), spent(source, today.withDayOfMonth(1))));
        }
        if (sums.cost().compareTo(limit.left()) <= 0) {
            return Optional.empty();
        }
        int held = from(batchId, firstOver(batchId, limit.left()), Hold.BUDGET);
        return Optional.of(Finding.of(
                limit.code(), limit.pln().toPlainString(), limit.spent().toPlainString(), held));
    }

    private int firstOver(long batchId, BigDecimal left) {
        Integer line = ledgerJdbc.sql().queryForObject("""
                        select min(line) from (
                          select line, sum(cost) over (order by line) so_far
                          from reminder where batch_id = :id and state = 'QUEUED') x
                        where so_far > :left""", Map.of("id", batchId, "left", left), Integer.class);
        return line == null ? Integer.MAX_VALUE : line;
    }

    /**
     * Cost, past and future, of the files loaded since then: all reminders that are neither held nor withdrawn.
     * Reminders behind a canary count, because they are released automatically.
     */
    private BigDecimal spent(String source, LocalDate since) {
        LocalDateTime start = Utc.of(since.atStartOfDay(clock.getZone()).toInstant());
        // A file that was received before midnight may have been loaded after it.
        return ledgerJdbc
                .sql()
                .queryForObject(
                        """
                        select coalesce(sum(r.cost), 0)
                        from batch b force index (batch_received)
                        straight_join reminder r force index (reminder_line) on r.batch_id = b.id
                        where b.received_at >= :early and b.loaded_at >= :start and b.source = :source and b.demo = :demo
                          and b.state <> 'LOADING' and r.state not in ('SUPPRESSED', 'WITHDRAWN')
                          and (r.state <> 'HELD' or r.reason = 'CANARY')
                          and (r.sent_at is not null or r.state not in ('EXPIRED', 'REJECTED'))""",
                        Map.of(
                                "early",
                                start.minusDays(2),
                                "start",
                                start,
                                "source",
                                source,
                                "demo",
                                loadingLease.demo()),
                        BigDecimal.class);
    }

    /** Holds all reminders of the file except the first ones. */
    public Optional<Finding> behindCanary(long batchId, ReleasePolicy.Canary canary) {
        if (canary.size() == 0) {
            return Optional.empty();
        }
        List<Integer> next =
                ledgerJdbc.sql().queryForList("""
                        select line from reminder force index (reminder_line)
                        where batch_id = :id and state = 'QUEUED' order by line limit 1 offset :size""", Map.of("id", batchId, "size", canary.size()), Integer.class);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        int held = from(batchId, next.get(0), Hold.CANARY);
        return Optional.of(Finding.of("CANARY", canary.size(), canary.pause().toMinutes(), held));
    }

    // The index is forced: while a table grows, its statistics lag.
    private int from(long batchId, int line, Hold why) {
        counterJournal.holding(batchId, line, Utc.of(clock.instant()));
        return ledgerJdbc.update("""
                update reminder force index (reminder_line) set state = 'HELD', reason = :why
                where batch_id = :id and line >= :line and state = 'QUEUED'""", Map.of("id", batchId, "line", line, "why", why.name()));
    }

    /** A limit of the budget, and the amount spent of it. */
    private record Limit(String code, BigDecimal pln, BigDecimal spent) {
        BigDecimal left() {
            return pln.subtract(spent);
        }

        Limit or(Limit other) {
            return pln == null || other.left().compareTo(left()) < 0 ? other : this;
        }
    }
}
