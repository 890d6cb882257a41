package pl.kurenda.report.effect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;

/**
 * How many debts were paid in full within 30 days: of those that chance let be reminded of, and of those that it held out.
 *
 * @param assigned debts that were to be reminded of, whatever became of their reminders
 * @param assignedPaid how many of them were paid
 * @param heldOut debts that were not
 * @param heldOutPaid how many of them were paid
 */
public record Uplift(long assigned, long assignedPaid, long heldOut, long heldOutPaid) {
    private static final int DECIMALS = 2;

    /** Whether both groups have debts. */
    public boolean isKnown() {
        return assigned > 0 && heldOut > 0;
    }

    /** Per cent of the debts that were to be reminded of. */
    public BigDecimal assignedShare() {
        return percent(share(assignedPaid, assigned));
    }

    /** Per cent of the debts that were held out. */
    public BigDecimal heldOutShare() {
        return percent(share(heldOutPaid, heldOut));
    }

    /** By how many percentage points more were paid with reminders. */
    public BigDecimal points() {
        return percent(share(assignedPaid, assigned).subtract(share(heldOutPaid, heldOut)));
    }

    /** The lower end of the 95 % confidence interval of {@link #points}, by Newcombe's hybrid of two score intervals. */
    public BigDecimal low() {
        return lower(assignedPaid, assigned, heldOutPaid, heldOut);
    }

    /** The upper end. */
    public BigDecimal high() {
        // the same with the groups exchanged and the sign turned
        return lower(heldOutPaid, heldOut, assignedPaid, assigned).negate();
    }

    /** Newcombe, Statistics in Medicine 17 (1998), method 10: the library has the score intervals, not their difference. */
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
