package pl.kurenda.intake.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * The range of usual values: from the median divided by a factor to the median times the factor, widened by the spread
 * of the observations. Median and MAD tolerate a single outlier. This is own code because libraries calculate in
 * floating point, which is not used for money.
 *
 * @param low lowest usual value
 * @param high highest usual value
 */
record UsualRange(long low, long high) {
    /** Five standard deviations of a normal distribution: 5 times 1.4826 MAD. */
    private static final BigDecimal SPREAD = new BigDecimal("7.413");

    /** @param observations at least one */
    static UsualRange of(long[] observations, BigDecimal factor) {
        long median = median(observations);
        long[] deviations = new long[observations.length];
        for (int i = 0; i < observations.length; i++) {
            deviations[i] = Math.abs(observations[i] - median);
        }
        BigDecimal spread = SPREAD.multiply(BigDecimal.valueOf(median(deviations)));
        BigDecimal middle = BigDecimal.valueOf(median);
        BigDecimal low = middle.divide(factor, 0, RoundingMode.CEILING).subtract(spread);
        BigDecimal high = middle.multiply(factor).add(spread);
        return new UsualRange(
                Math.max(0, low.setScale(0, RoundingMode.CEILING).longValue()),
                high.setScale(0, RoundingMode.FLOOR).longValue());
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    boolean has(long value) {
        return low <= value && value <= high;
    }
}
