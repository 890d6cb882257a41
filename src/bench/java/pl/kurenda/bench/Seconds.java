package pl.kurenda.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** How many submits any second had, of those whose moments were noted. For runs at a limited rate: it keeps every moment. */
final class Seconds {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private long[] moments = new long[0];
    private int noted;

    /** Forgets all, and makes room. */
    synchronized void reset(int expected) {
        moments = new long[expected];
        noted = 0;
    }

    /** More than were expected are not noted. */
    synchronized void note(long moment) {
        if (noted < moments.length) {
            moments[noted++] = moment;
        }
    }

    /**
     * The least and the most that a second had which began with a submit, and all of them per 1000 seconds, between the first
     * and the last tenth: there one daemon sends already, or still, and another does not.
     */
    synchronized long[] leastMostAndMean() {
        long[] sorted = Arrays.copyOf(moments, noted);
        Arrays.sort(sorted);
        sorted = Arrays.copyOfRange(sorted, noted / 10, noted - noted / 10);
        long least = Long.MAX_VALUE;
        long most = 0;
        int end = 0;
        for (int begin = 0; begin < sorted.length; begin++) {
            while (end < sorted.length && sorted[end] - sorted[begin] < SECOND) {
                end++;
            }
            most = Math.max(most, end - begin);
            if (end < sorted.length) {
                least = Math.min(least, end - begin);
            }
        }
        double seconds = (double) (sorted[sorted.length - 1] - sorted[0]) / SECOND;
        return new long[] {least, most, Math.round((sorted.length - 1) * 1000 / seconds)};
    }
}
