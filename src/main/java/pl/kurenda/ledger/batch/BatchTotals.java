package pl.kurenda.ledger.batch;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import pl.kurenda.ledger.gate.Finding;

/**
 * The figures of a batch as of the end of its loading.
 *
 * @param batchId id of the batch
 * @param file the file
 * @param filedName its name in {@code done} and {@code out}
 * @param receivedAt when its loading first began
 * @param rows read from the file: rejected + suppressed + held + queued
 * @param rejected rows
 * @param suppressed rows
 * @param held rows
 * @param queued rows accepted for sending
 * @param amountTotal grosze, over all rows whose amount could be read
 * @param amountQueued grosze
 * @param segments of the queued rows
 * @param cost of the queued rows, PLN, four decimals
 * @param reasons number of rows for each reason (rejections, suppressions and holds), ordered by name
 * @param findings about the file as a whole
 */
public record BatchTotals(
        long batchId,
        FileIdentity file,
        String filedName,
        Instant receivedAt,
        int rows,
        int rejected,
        int suppressed,
        int held,
        int queued,
        long amountTotal,
        long amountQueued,
        int segments,
        BigDecimal cost,
        Map<String, Integer> reasons,
        List<Finding> findings) {

    /** Returns the same figures with other findings. */
    public BatchTotals with(List<Finding> noticed) {
        return new BatchTotals(
                batchId,
                file,
                filedName,
                receivedAt,
                rows,
                rejected,
                suppressed,
                held,
                queued,
                amountTotal,
                amountQueued,
                segments,
                cost,
                reasons,
                noticed);
    }

    /** Makes figures without findings. */
    public BatchTotals(
            long batchId,
            FileIdentity file,
            String filedName,
            Instant receivedAt,
            int rows,
            int rejected,
            int suppressed,
            int held,
            int queued,
            long amountTotal,
            long amountQueued,
            int segments,
            BigDecimal cost,
            Map<String, Integer> reasons) {
        this(
                batchId,
                file,
                filedName,
                receivedAt,
                rows,
                rejected,
                suppressed,
                held,
                queued,
                amountTotal,
                amountQueued,
                segments,
                cost,
                reasons,
                List.of());
    }
}
