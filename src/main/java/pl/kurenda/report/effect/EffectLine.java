package pl.kurenda.report.effect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reminders accepted by the SMSC in a month, and what was paid on their debts afterwards. A payment counts for the last
 * reminder before it, and never for more than that reminder asked for.
 *
 * @param source source of the reminders, or {@code total}
 * @param template their template; empty if not known, {@code total} in sums
 * @param segments segments per reminder, 0 in sums
 * @param sent number of reminders
 * @param amount amount they asked for, grosze
 * @param cost PLN net
 * @param paid number of debts paid in full within 3, 7, 14 and 30 days
 * @param partly number of debts paid in part within 30 days
 * @param recovered grosze within 3, 7, 14 and 30 days
 * @param uplift comparison with the hold-out group; null if there is none, and in lines that are not the sum of a
 *     source
 */
public record EffectLine(
        String source,
        String template,
        int segments,
        long sent,
        long amount,
        BigDecimal cost,
        List<Long> paid,
        long partly,
        List<Long> recovered,
        Uplift uplift) {
    /** The windows of {@link #paid} and {@link #recovered}, in days after the reminder. */
    public static final List<Integer> DAYS = List.of(3, 7, 14, 30);
    /** Replaces the template or source in a sum. */
    public static final String TOTAL = "total";

    private static final int LONGEST = DAYS.size() - 1;
    private static final BigDecimal HUNDRED_PLN = BigDecimal.valueOf(10_000);

    /** A zero line to start a sum with. */
    static EffectLine nothing(String source) {
        List<Long> none = List.of(0L, 0L, 0L, 0L);
        return new EffectLine(source, TOTAL, 0, 0, 0, BigDecimal.ZERO.setScale(4), none, 0, none, null);
    }

    /** Adds the other line and keeps the name of this one. */
    EffectLine plus(EffectLine other) {
        return new EffectLine(
                source,
                TOTAL,
                0,
                sent + other.sent,
                amount + other.amount,
                cost.add(other.cost),
                sum(paid, other.paid),
                partly + other.partly,
                sum(recovered, other.recovered),
                uplift);
    }

    EffectLine with(Uplift found) {
        return new EffectLine(source, template, segments, sent, amount, cost, paid, partly, recovered, found);
    }

    /** Whether it is the sum of one source or of all sources. */
    public boolean isSum() {
        return template.equals(TOTAL) && segments == 0;
    }

    /** Cost of the reminders per 100 PLN recovered within 30 days; null if nothing was recovered. */
    public BigDecimal costOfHundred() {
        long most = recovered.get(LONGEST);
        return most == 0 ? null : cost.multiply(HUNDRED_PLN).divide(BigDecimal.valueOf(most), 2, RoundingMode.HALF_UP);
    }

    /**
     * Returns how much more the same number of letters would have cost.
     *
     * @param letter PLN per letter, or null if not known
     */
    public BigDecimal saved(BigDecimal letter) {
        return letter == null
                ? null
                : letter.multiply(BigDecimal.valueOf(sent)).subtract(cost).setScale(2, RoundingMode.HALF_UP);
    }

    private static List<Long> sum(List<Long> some, List<Long> others) {
        return IntStream.range(0, some.size())
                .mapToObj(i -> some.get(i) + others.get(i))
                .toList();
    }
}
