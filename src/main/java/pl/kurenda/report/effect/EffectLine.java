package pl.kurenda.report.effect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reminders accepted by the SMSC in a month, and what was paid on their debts after them. A payment counts for the last
 * reminder before it, and never for more than the reminder asked for.
 *
 * @param source of the reminders, or {@code total}
 * @param template they were worded by; empty where it is not known, {@code total} in sums
 * @param segments of each, 0 in sums
 * @param sent how many
 * @param amount that they asked for, grosze
 * @param cost PLN net
 * @param paid how many debts were paid in full within 3, 7, 14 and 30 days
 * @param partly how many were paid in part within 30 days
 * @param recovered grosze within 3, 7, 14 and 30 days
 * @param uplift against the hold-out group; null where there is none, and in lines that are no sum of a source
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
    /** The windows of {@link #paid} and {@link #recovered}, days after the reminder. */
    public static final List<Integer> DAYS = List.of(3, 7, 14, 30);
    /** In place of a template or a source, for a sum. */
    public static final String TOTAL = "total";

    private static final int LONGEST = DAYS.size() - 1;
    private static final BigDecimal HUNDRED_PLN = BigDecimal.valueOf(10_000);

    /** Nothing, to begin a sum with. */
    static EffectLine nothing(String source) {
        List<Long> none = List.of(0L, 0L, 0L, 0L);
        return new EffectLine(source, TOTAL, 0, 0, 0, BigDecimal.ZERO.setScale(4), none, 0, none, null);
    }

    /** The sum of this and the other, under the name of this. */
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

    /** Whether it is the sum of a source, or of all. */
    public boolean isSum() {
        return template.equals(TOTAL) && segments == 0;
    }

    /** What the reminders cost for each 100 PLN recovered within 30 days; null where nothing was. */
    public BigDecimal costOfHundred() {
        long most = recovered.get(LONGEST);
        return most == 0 ? null : cost.multiply(HUNDRED_PLN).divide(BigDecimal.valueOf(most), 2, RoundingMode.HALF_UP);
    }

    /**
     * What as many letters would have cost more.
     *
     * @param letter PLN for each, or null where it is not known
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
