package pl.kurenda.report.effect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;

/**
 * How many debts were paid in full within 30 days, among those randomly selected for reminding and those held out.
 *
 * @param assigned debts selected for reminding, whatever happened to their reminders
 * @param assignedPaid how many of them were paid
 * @param heldOut debts held out
 * @param heldOutPaid how many of them were paid
 */
public record Uplift(long assigned, long assignedPaid, long heldOut, long heldOutPaid) {
    private static final int DECIMALS = 2;

    /** Whether both groups have debts. */
    public boolean isKnown() {
        return assigned > 0 && heldOut > 0;
    }

    /** Share paid among debts selected for reminding, in percent. */
    public BigDecimal assignedShare() {
        return percent(share(assignedPaid, assigned));
    }

    /** Share paid among held-out debts, in percent. */
    public BigDecimal heldOutShare() {
        return percent(share(heldOutPaid, heldOut));
    }

    /** Difference in percentage points; positive if more debts were paid with reminders. */
    public BigDecimal points() {
        return percent(share(assignedPaid, assigned).subtract(share(heldOutPaid, heldOut)));
    }

    /** Lower end of the 95 % confidence interval of {@link #points}, by Newcombe's hybrid of two score intervals. */
    public BigDecimal low() {
        return lower(assignedPaid, assigned, heldOutPaid, heldOut);
    }

    /** Upper end of that interval. */
    public BigDecimal high() {
        // the lower end with the groups swapped and the result negated
        return lower(heldOutPaid, heldOut, assignedPaid, assigned).negate();
    }

    /**
     * Newcombe, Statistics in Medicine 17 (1998), method 10. The library has the score intervals but not their
     * difference.
     */
    private static BigDecimal lower(long paid, long all, long otherPaid, long otherAll) {
        double one = (double) paid / all;
        double other = (double) otherPaid / otherAll;
        double down = one - score(one, all).getLowerBound();
        double up = score(other, otherAll).getUpperBound() - other;
        return percent(BigDecimal.valueOf(one - other - Math.sqrt(down * down + up * up)));
    }

    private static ConfidenceInterval score(Number share, long all) {
        return BinomialProportion.getWilsonScoreInterval(Math.toIntExact(all), share.doubleValue(), 0.95);
    }

    private static BigDecimal share(long paid, long all) {
        return BigDecimal.valueOf(paid).divide(BigDecimal.valueOf(all), 8, RoundingMode.HALF_UP);
    }

    private static BigDecimal percent(BigDecimal share) {
        return share.movePointRight(2).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
