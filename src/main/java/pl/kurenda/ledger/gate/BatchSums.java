package pl.kurenda.ledger.gate;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums over the rows of a batch.
 *
 * @param reminders number of reminders
 * @param rejected rows
 * @param sendable reminders that are not suppressed
 * @param amountTotal grosze, over all rows whose amount could be read
 * @param smallest amount of a sendable row, grosze
 * @param largest amount of a sendable row, grosze
 * @param shifted sendable rows whose amount appears in their account or phone number
 * @param cost of the queued rows, PLN
 * @param columns values for the table batch
 */
public record BatchSums(
        int reminders,
        int rejected,
        int sendable,
        long amountTotal,
        long smallest,
        long largest,
        int shifted,
        BigDecimal cost,
        Map<String, Object> columns) {

    /** Reminders that wait for a person, or for the end of the file. */
    public int held() {
        return ((Number) columns.get("held")).intValue();
    }

    /** Reminders that are deliberately not sent. */
    public int suppressed() {
        return ((Number) columns.get("suppressed")).intValue();
    }

    public static BatchSums of(ResultSet rs, int rows) throws SQLException {
        long total = rs.getLong("amount") + rs.getLong("rejected_amount");
        Map<String, Object> columns = new TreeMap<>();
        columns.put("row_count", rows);
        columns.put("amount_total", total);
        columns.put("expires_at", rs.getObject("expires_at", LocalDateTime.class));
        columns.put("cost", rs.getBigDecimal("cost"));
        columns.put("amount_queued", rs.getLong("amount_queued"));
        for (String count : new String[] {"rejected", "suppressed", "held", "queued", "segments"}) {
            columns.put(count, rs.getInt(count));
        }
        return new BatchSums(
                rs.getInt("reminders"),
                rs.getInt("rejected"),
                rs.getInt("reminders") - rs.getInt("suppressed"),
                total,
                rs.getLong("smallest"),
                rs.getLong("largest"),
                rs.getInt("shifted"),
                rs.getBigDecimal("cost"),
                columns);
    }
}
