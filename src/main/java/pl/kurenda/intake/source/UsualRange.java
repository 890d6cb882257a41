package pl.kurenda.intake.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * What is usual after some observations: the median, times and divided by a factor, and wider where the observations
 * themselves spread. Median and MAD stand one odd export. They are these few lines because libraries reckon them in
 * floating point, which money is kept out of.
 *
 * @param low lowest usual value
 * @param high highest usual value
 */
record UsualRange(long low, long high) {
    /** Five standard deviations, as a normal distribution has them: 5 times 1.4826 MAD. */
    private static final BigDecimal SPREAD = new BigDecimal("7.413");

    /** @param observations one at least */
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
