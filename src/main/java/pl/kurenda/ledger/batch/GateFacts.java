package pl.kurenda.ledger.batch;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.Books;
import pl.kurenda.ledger.core.Ownership;
import pl.kurenda.ledger.gate.BatchFacts;
import pl.kurenda.ledger.gate.BatchSums;

/** Gathers what the gate looks at. */
@Component
public class GateFacts {
    private static final int LAST = 36;

    private final Books books;
    private final Ownership ownership;
    private final FullExports fullExports;

    public GateFacts(Books books, Ownership ownership, FullExports fullExports) {
        this.books = books;
        this.ownership = ownership;
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

    // "Big" has the phones sorted: a table of them outgrows the memory, and on the disk it takes four times as long.
    private int onePhone(long batchId) {
        Integer most = books.sql().queryForObject("""
                        select coalesce(max(n), 0) from (
                          select sql_big_result count(*) n from reminder force index (reminder_line)
                          where batch_id = :id and state <> 'SUPPRESSED' group by msisdn) phones""", Map.of("id", batchId), Integer.class);
        return most == null ? 0 : most;
    }

    private List<BatchFacts.Export> last(String source) {
        return books.sql()
                .query(
                        """
                        select row_count, amount_total from batch
                        where source = :source and demo = :demo and state = 'LOADED' and typical
                        order by id desc limit :last""",
                        Map.of("source", source, "demo", ownership.demo(), "last", LAST),
                        (rs, n) -> new BatchFacts.Export(rs.getInt(1), rs.getLong(2)));
    }
}
