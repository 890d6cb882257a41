package pl.kurenda.ledger.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.Utc;

/** Finds what was paid between two consecutive full exports. */
@Component
public class ExportComparison {
    private static final Logger LOG = LoggerFactory.getLogger(ExportComparison.class);
    /** Payments later than this are not credited to a reminder. */
    private static final Duration LONGEST = Duration.ofDays(60);

    private static final String OPEN = """
            select b.id from batch b left join export_compared c on c.batch_id = b.id
            where b.full_export and b.state = 'LOADED' and b.received_at >= :since and c.batch_id is null
              and b.source not like '%~sandbox' order by b.id""";
    /** The full export to compare with. The last column says whether an export that was received earlier is newer. */
    private static final String BEFORE = """
            select (select p.id from batch p where p.source = b.source and p.demo = b.demo and p.full_export
                      and p.state = 'LOADED' and p.id < b.id order by p.file_modified desc, p.id desc limit 1) before_id,
              b.source, b.file_modified,
              exists (select 1 from batch p where p.source = b.source and p.demo = b.demo and p.full_export
                and p.state = 'LOADED' and p.id < b.id and p.file_modified > b.file_modified) outdated
            from batch b where b.id = :id""";
    /**
     * Debts of the previous full export, or of a file since, that are missing or smaller now. A debt known only by
     * phone and amount is missing only if the export has no debt of that phone. Debts without a reminder are left out.
     */
    private static final String PAID = """
            insert ignore into payment (source, debt_key, paid_on, amount, origin, origin_id, identity, ordinal, part, booked_at)
            select :source, p.debt_key, :day, p.amount - coalesce(n.amount, 0), 'EXPORT', :id,
              unhex(sha2(concat('export ', :id, ' ', hex(p.debt_key)), 256)), 1, 1, :now
            from (
              select r.debt_key, r.amount, r.msisdn, r.reference, r.account,
                row_number() over (partition by r.debt_key order by r.batch_id desc, r.amount desc) place
              from batch b join reminder r force index (reminder_line) on r.batch_id = b.id
              where b.source = :source and b.id >= :before and b.id < :id and b.state = 'LOADED') p
            left join (
              select debt_key, max(amount) amount from reminder force index (reminder_line)
              where batch_id = :id group by debt_key) n on n.debt_key = p.debt_key
            where p.place = 1 and p.amount > coalesce(n.amount, 0)
              and not (n.debt_key is null and p.reference is null and p.account is null and exists (
                select 1 from reminder x where x.msisdn = p.msisdn and x.batch_id = :id))
              and %s""".formatted(PaidDebts.TOLD.formatted("p"));

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final Clock clock;

    public ExportComparison(LedgerJdbc ledgerJdbc, StateHistory stateHistory, Clock clock) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
        this.clock = clock;
    }

    int compareAll() {
        List<Long> open = ledgerJdbc
                .sql()
                .queryForList(OPEN, Map.of("since", stateHistory.now().minus(LONGEST)), Long.class);
        return open.stream().mapToInt(this::compare).sum();
    }

    private int compare(long id) {
        return ledgerJdbc.inTransaction(() -> {
            Map<String, Object> values = export(id);
            boolean comparable = values.get("before") != null && !Boolean.TRUE.equals(values.get("outdated"));
            int payments = comparable ? ledgerJdbc.update(PAID, values) : 0;
            values.put("payments", payments);
            values.put("with", comparable ? values.get("before") : null);
            ledgerJdbc.update("""
                    insert ignore into export_compared (batch_id, with_batch, compared_at, payments)
                    values (:id, :with, :now, :payments)""", values);
            if (payments > 0) {
                LOG.info("{}: {} debts are gone or smaller in the newest full export", values.get("source"), payments);
            }
            return payments;
        });
    }

    private Map<String, Object> export(long id) {
        return ledgerJdbc.sql().queryForObject(BEFORE, Map.of("id", id), (row, n) -> {
            Map<String, Object> values = new HashMap<>();
            values.put("id", id);
            values.put("before", row.getObject(1, Long.class));
            values.put("source", row.getString(2));
            LocalDateTime written = row.getObject(3, LocalDateTime.class);
            values.put("day", Utc.instant(written).atZone(clock.getZone()).toLocalDate());
            values.put("outdated", row.getBoolean(4));
            values.put("now", stateHistory.now());
            return values;
        });
    }
}
