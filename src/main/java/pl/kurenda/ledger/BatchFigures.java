package pl.kurenda.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Reads and closes the figures of a batch. */
@Component
class BatchFigures {
    private static final int PAGE = 500;

    private final Books books;

    BatchFigures(Books books) {
        this.books = books;
    }

    Optional<Found> byFingerprint(String source, String sha256) {
        return books
                .sql()
                .query(
                        """
                        select id, state, filed_name, node, fence from batch
                        where source = :source and sha256 = :sha256 for update""",
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
        return books.sql()
                .queryForObject("select filed_name from batch where id = :id", Map.of("id", batchId), String.class);
    }

    /** The name of the file, with a number where it has been used: {@code x.csv}, {@code x-2.csv} … */
    String freeName(FileIdentity file) {
        String name = file.fileName();
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        for (int n = 1; ; n++) {
            String candidate = n == 1 ? name : name.substring(0, dot) + "-" + n + name.substring(dot);
            List<Integer> used = books.sql()
                    .queryForList(
                            "select 1 from batch where source = :source and filed_name = :name",
                            Map.of("source", file.source(), "name", candidate),
                            Integer.class);
            if (used.isEmpty()) {
                return candidate;
            }
        }
    }

    /** Counts what is there, checks it against what was read, and lets the batch be sent. */
    BatchTotals close(long batchId, int rows, LocalDateTime now) {
        Map<String, Object> id = Map.of("id", batchId);
        Map<String, Object> sum = books.sql().queryForMap("""
                        select count(*) n, coalesce(sum(amount), 0) amount, min(not_after) expires_at,
                          coalesce(sum(state = 'SUPPRESSED'), 0) suppressed, coalesce(sum(state = 'HELD'), 0) held,
                          coalesce(sum(state = 'QUEUED'), 0) queued,
                          coalesce(sum(if(state = 'QUEUED', amount, 0)), 0) amount_queued,
                          coalesce(sum(if(state = 'QUEUED', segments, 0)), 0) segments,
                          coalesce(sum(if(state = 'QUEUED', cost, 0)), 0) cost
                        from reminder where batch_id = :id""", id);
        Map<String, Object> bad = books.sql()
                .queryForMap(
                        "select count(*) n, coalesce(sum(amount), 0) amount from rejected_row where batch_id = :id",
                        id);
        long there = number(sum, "n") + number(bad, "n");
        if (there != rows) {
            throw new IllegalStateException(
                    "batch " + batchId + ": " + rows + " rows read, but " + there + " in the ledger; it stays loading");
        }
        Map<String, Object> values = new TreeMap<>(sum);
        values.put("id", batchId);
        values.put("rows", rows);
        values.put("rejected", bad.get("n"));
        values.put("total", number(sum, "amount") + number(bad, "amount"));
        values.put("now", now);
        books.update("""
                update batch set state = 'LOADED', loading_source = null, open = true, loaded_at = :now, expires_at = :expires_at,
                  row_count = :rows, rejected = :rejected, suppressed = :suppressed, held = :held, queued = :queued,
                  amount_total = :total, amount_queued = :amount_queued, segments = :segments, cost = :cost
                where id = :id and state = 'LOADING'""", values);
        return totals(batchId);
    }

    private static long number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    BatchTotals totals(long batchId) {
        return books.sql()
                .queryForObject("select * from batch where id = :id", Map.of("id", batchId), (rs, n) -> totals(rs));
    }

    private BatchTotals totals(ResultSet rs) throws SQLException {
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
                reasons(rs.getLong("id")));
    }

    private Map<String, Integer> reasons(long batchId) {
        Map<String, Integer> reasons = new TreeMap<>();
        books.sql().query("""
                        select reason, count(*) n from rejected_row where batch_id = :id group by reason
                        union all
                        select reason, count(*) n from reminder
                        where batch_id = :id and state in ('SUPPRESSED', 'HELD') group by reason""", Map.of("id", batchId), rs -> {
            reasons.merge(rs.getString("reason"), rs.getInt("n"), Integer::sum);
        });
        return reasons;
    }

    /** @return the line of the last row given to the consumer, or {@code after} where there was none */
    int page(long batchId, int after, RowCallbackHandler consumer) {
        int[] last = {after};
        books.sql().query("""
                        select * from rejected_row where batch_id = :id and line > :after order by line limit :page""", Map.of("id", batchId, "after", after, "page", PAGE), rs -> {
            consumer.processRow(rs);
            last[0] = rs.getInt("line");
        });
        return last[0];
    }

    /** A batch that has the fingerprint. */
    record Found(long id, boolean loading, String filedName, String node, long fence) {}
}
