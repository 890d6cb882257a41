package pl.kurenda.ledger.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.ledger.gate.BatchSums;
import pl.kurenda.ledger.gate.Finding;

/** Reads and closes the figures of a batch. */
@Component
public class BatchCounters {
    private static final int PAGE = 500;

    // Whether the amount appears in the row's own account or phone number: columns were shifted. In an account, whole
    // PLN amounts count from four digits, amounts with grosze from five. Shorter ones match any account at random.
    private static final String SHIFTED = """
            (amount % 100 = 0 and amount >= 100000 and instr(coalesce(account, ''), amount div 100) > 0
              or amount % 100 = 0 and amount >= 10000000 and instr(msisdn, amount div 100) > 0
              or amount >= 10000 and instr(coalesce(account, ''), amount) > 0
              or amount >= 100000000 and instr(msisdn, amount) > 0)""";

    private static final String SUMS = """
            select s.*, b.* from (
              select count(*) reminders, coalesce(sum(amount), 0) amount, min(not_after) expires_at,
                coalesce(sum(state = 'SUPPRESSED'), 0) suppressed, coalesce(sum(state = 'HELD'), 0) held,
                coalesce(sum(state = 'QUEUED'), 0) queued,
                coalesce(sum(if(state = 'QUEUED', amount, 0)), 0) amount_queued,
                coalesce(sum(if(state = 'QUEUED', segments, 0)), 0) segments,
                coalesce(sum(if(state = 'QUEUED', cost, 0)), 0) cost,
                coalesce(min(if(state <> 'SUPPRESSED', amount, null)), 0) smallest,
                coalesce(max(if(state <> 'SUPPRESSED', amount, null)), 0) largest,
                coalesce(sum(state <> 'SUPPRESSED' and""" + SHIFTED + """
            ), 0) shifted
              from reminder where batch_id = :id) s,
              (select count(*) rejected, coalesce(sum(amount), 0) rejected_amount
              from rejected_row where batch_id = :id) b""";

    private final LedgerJdbc ledgerJdbc;

    public BatchCounters(LedgerJdbc ledgerJdbc) {
        this.ledgerJdbc = ledgerJdbc;
    }

    Optional<Found> byFingerprint(String source, String sha256) {
        return ledgerJdbc
                .sql()
                .query(
                        """
                        select id, state, filed_name, node, fence from batch
                        where source = :source and sha256 = :sha256 and superseded = 0 for update""",
                        Map.of("source", source, "sha256", sha256),
                        (rs, n) -> new Found(
                                rs.getLong("id"),
                                "LOADING".equals(rs.getString("state")),
                                rs.getString("filed_name"),
                                rs.getString("node"),
                                rs.getLong("fence")))
                .stream()
                .findFirst();
    }

    String filedName(long batchId) {
        return ledgerJdbc
                .sql()
                .queryForObject("select filed_name from batch where id = :id", Map.of("id", batchId), String.class);
    }

    /**
     * Returns the file name, with a number if the name is used: {@code x.csv}, {@code x-2.csv} … The search is binary,
     * because a name that comes every day has been used a thousand times after some years.
     */
    String freeName(FileIdentity file) {
        int used = 0;
        int free = 1;
        while (isUsed(file, free)) {
            used = free;
            free *= 2;
        }
        while (free - used > 1) {
            int middle = (free + used) / 2;
            if (isUsed(file, middle)) {
                used = middle;
            } else {
                free = middle;
            }
        }
        return numbered(file.fileName(), free);
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        return number == 1 ? name : name.substring(0, dot) + "-" + number + name.substring(dot);
    }

    private boolean isUsed(FileIdentity file, int number) {
        return !ledgerJdbc
                .sql()
                .queryForList(
                        "select 1 from batch where source = :source and filed_name = :name",
                        Map.of("source", file.source(), "name", numbered(file.fileName(), number)),
                        Integer.class)
                .isEmpty();
    }

    /** Counts the rows in the ledger in one pass and checks them against the number of rows read. */
    BatchSums count(long batchId, int rows) {
        Map<String, Long> id = Map.of("id", batchId);
        BatchSums sums = ledgerJdbc.sql().queryForObject(SUMS, id, (rs, n) -> BatchSums.of(rs, rows));
        if (sums == null || sums.reminders() + sums.rejected() != rows) {
            long there = sums == null ? 0 : sums.reminders() + sums.rejected();
            throw new IllegalStateException(
                    "batch " + batchId + ": " + rows + " rows read, but " + there + " in the ledger; it stays loading");
        }
        return sums;
    }

    /** Closes the loading: what is QUEUED is sent, unless the batch is HELD. */
    BatchTotals close(long batchId, BatchSums sums, String state, LocalDateTime now) {
        Map<String, Object> values = new TreeMap<>(sums.columns());
        values.put("id", batchId);
        values.put("state", state);
        values.put("now", now);
        ledgerJdbc.update("""
                update batch set state = :state, loading_source = null, open = true, loaded_at = :now,
                  expires_at = :expires_at, row_count = :row_count, rejected = :rejected, suppressed = :suppressed,
                  held = :held, queued = :queued, amount_total = :amount_total, amount_queued = :amount_queued,
                  segments = :segments, cost = :cost
                where id = :id and state = 'LOADING'""", values);
        ledgerJdbc.update("""
                insert into reason_tally select batch_id, reason, count(*), coalesce(sum(amount), 0)
                from rejected_row where batch_id = :id group by batch_id, reason""", values);
        BatchTotals closed = totals(batchId, sums.held() + sums.suppressed() > 0);
        keep(closed);
        return closed;
    }

    /** Stores the reasons as of loading, for the receipt and the pages. The reasons of reminders change later. */
    private void keep(BatchTotals closed) {
        ledgerJdbc.batch(
                "insert into batch_reason (batch_id, reason, row_count) values (:id, :reason, :rows)",
                closed.reasons().entrySet().stream()
                        .map(reason -> new MapSqlParameterSource("id", closed.batchId())
                                .addValue("reason", reason.getKey())
                                .addValue("rows", reason.getValue()))
                        .toList());
    }

    /**
     * Returns the figures with the stored reasons. For files loaded before reasons were stored, they are counted again.
     */
    public BatchTotals receipt(long batchId) {
        Map<String, Integer> kept = new TreeMap<>();
        ledgerJdbc
                .sql()
                .query("select reason, row_count from batch_reason where batch_id = :id", Map.of("id", batchId), rs -> {
                    kept.put(rs.getString(1), rs.getInt(2));
                });
        return ledgerJdbc
                .sql()
                .queryForObject("select * from batch where id = :id", Map.of("id", batchId), (rs, n) -> {
                    boolean none = rs.getInt("rejected") + rs.getInt("suppressed") + rs.getInt("held") == 0;
                    return totals(rs, none || !kept.isEmpty() ? kept : reasons(batchId, true));
                })
                .with(findings(batchId));
    }

    BatchTotals totals(long batchId) {
        return totals(batchId, true);
    }

    /** @param some whether any reminder can have a reason: the search for reasons reads the whole file */
    private BatchTotals totals(long batchId, boolean some) {
        return ledgerJdbc
                .sql()
                .queryForObject(
                        "select * from batch where id = :id",
                        Map.of("id", batchId),
                        (rs, n) -> totals(rs, reasons(batchId, some)))
                .with(findings(batchId));
    }

    /** Returns the findings about the file as a whole, as recorded. */
    public List<Finding> findings(long batchId) {
        return ledgerJdbc
                .sql()
                .query(
                        "select code, details from batch_finding where batch_id = :id order by number",
                        Map.of("id", batchId),
                        (rs, n) -> Finding.stored(rs.getString(1), rs.getString(2)));
    }

    void note(long batchId, Finding finding) {
        ledgerJdbc.update("""
                insert into batch_finding (batch_id, number, code, details)
                select :id, coalesce(max(number), 0) + 1, :code, :details from batch_finding where batch_id = :id""", Map.of("id", batchId, "code", finding.code(), "details", finding.details()));
    }

    private static BatchTotals totals(ResultSet rs, Map<String, Integer> reasons) throws SQLException {
        FileIdentity file = new FileIdentity(
                rs.getString("source"),
                rs.getString("file_name"),
                rs.getString("sha256"),
                rs.getLong("size_bytes"),
                Utc.instant(rs.getObject("file_modified", LocalDateTime.class)));
        return new BatchTotals(
                rs.getLong("id"),
                file,
                rs.getString("filed_name"),
                Utc.instant(rs.getObject("received_at", LocalDateTime.class)),
                rs.getInt("row_count"),
                rs.getInt("rejected"),
                rs.getInt("suppressed"),
                rs.getInt("held"),
                rs.getInt("queued"),
                rs.getLong("amount_total"),
                rs.getLong("amount_queued"),
                rs.getInt("segments"),
                rs.getBigDecimal("cost"),
                reasons);
    }

    private Map<String, Integer> reasons(long batchId, boolean some) {
        Map<String, Integer> reasons = new TreeMap<>();
        String sql =
                "select reason, count(*) n from rejected_row where batch_id = :id group by reason" + (some ? """
                 union all
                select reason, count(*) n from reminder
                where batch_id = :id and state in ('SUPPRESSED', 'HELD') group by reason""" : "");
        ledgerJdbc.sql().query(sql, Map.of("id", batchId), rs -> {
            reasons.merge(rs.getString("reason"), rs.getInt("n"), Integer::sum);
        });
        return reasons;
    }

    /** @return line of the last row given to the consumer, or {@code after} if there was none */
    int page(long batchId, int after, RowCallbackHandler consumer) {
        int[] last = {after};
        ledgerJdbc.sql().query("""
                        select * from rejected_row where batch_id = :id and line > :after order by line limit :page""", Map.of("id", batchId, "after", after, "page", PAGE), rs -> {
            consumer.processRow(rs);
            last[0] = rs.getInt("line");
        });
        return last[0];
    }

    /** A batch with the fingerprint. */
    record Found(long id, boolean loading, String filedName, String node, long fence) {}
}
