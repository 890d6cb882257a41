package pl.kurenda.ledger.batch;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.LoadingLease;
import pl.kurenda.ledger.gate.BatchFacts;
import pl.kurenda.ledger.gate.BatchSums;

/** Gathers the figures that the gate checks. */
@Component
public class GateFacts {
    private static final int LAST = 36;

    private final LedgerJdbc ledgerJdbc;
    private final LoadingLease loadingLease;
    private final FullExports fullExports;

    public GateFacts(LedgerJdbc ledgerJdbc, LoadingLease loadingLease, FullExports fullExports) {
        this.ledgerJdbc = ledgerJdbc;
        this.loadingLease = loadingLease;
        this.fullExports = fullExports;
    }

    BatchFacts of(long batchId, String source, int rows, BatchSums sums, boolean full) {
        FullExports.Missing missing = full ? fullExports.missing(batchId) : FullExports.Missing.NONE;
        return new BatchFacts(
                rows,
                sums.rejected(),
                sums.sendable(),
                sums.amountTotal(),
                sums.smallest(),
                sums.largest(),
                sums.shifted(),
                onePhone(batchId),
                last(source),
                missing.waiting(),
                missing.missing());
    }

    // "Big" makes MariaDB sort the phones: a table of them outgrows the memory, and on disk it takes four times as
    // long.
    private int onePhone(long batchId) {
        Integer most = ledgerJdbc.sql().queryForObject("""
                        select coalesce(max(n), 0) from (
                          select sql_big_result count(*) n from reminder force index (reminder_line)
                          where batch_id = :id and state <> 'SUPPRESSED' group by msisdn) phones""", Map.of("id", batchId), Integer.class);
        return most == null ? 0 : most;
    }

    private List<BatchFacts.Export> last(String source) {
        return ledgerJdbc
                .sql()
                .query(
                        """
                        select row_count, amount_total from batch
                        where source = :source and demo = :demo and state = 'LOADED' and typical
                        order by id desc limit :last""",
                        Map.of("source", source, "demo", loadingLease.demo(), "last", LAST),
                        (rs, n) -> new BatchFacts.Export(rs.getInt(1), rs.getLong(2)));
    }
}
