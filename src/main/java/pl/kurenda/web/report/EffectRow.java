package pl.kurenda.web.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import pl.kurenda.report.effect.EffectLine;
import pl.kurenda.web.support.PolishFormat;

/**
 * A line of the Effect page, ready for display.
 *
 * @param sum whether it is a sum
 * @param all whether it is the sum of all sources
 * @param source source of the reminders
 * @param template their template
 * @param segments segments per reminder; empty in sums
 * @param sent number of reminders
 * @param amount amount asked for
 * @param paid debts paid in full within the days of the columns: number, and percent of reminders sent
 * @param partly number of debts paid in part
 * @param recovered amount recovered within the days of the columns
 * @param cost net cost
 * @param costOfHundred cost per 100 zł recovered, or a dash
 * @param saved saving compared with letters, or a dash
 */
record EffectRow(
        boolean sum,
        boolean all,
        String source,
        String template,
        String segments,
        String sent,
        String amount,
        List<String> paid,
        String partly,
        List<MonthTable.Cell> recovered,
        String cost,
        String costOfHundred,
        String saved) {
    private static final String NONE = "–";
    private static final int LONGEST = EffectLine.DAYS.size() - 1;

    static EffectRow of(EffectLine line, BigDecimal letter, PolishFormat format) {
        return new EffectRow(
                line.isSum(),
                line.source().equals(EffectLine.TOTAL),
                line.source(),
                line.template(),
                line.segments() == 0 ? "" : String.valueOf(line.segments()),
                format.count(line.sent()),
                format.money(line.amount()),
                IntStream.rangeClosed(0, LONGEST)
                        .mapToObj(i -> share(line.paid().get(i), line.sent(), format))
                        .toList(),
                format.count(line.partly()),
                line.recovered().stream()
                        .map(grosze -> new MonthTable.Cell(Math.round(grosze / 100.0), format.money(grosze)))
                        .toList(),
                money(line.cost(), format),
                money(line.costOfHundred(), format),
                money(line.saved(letter), format));
    }

    private static String share(long part, long all, PolishFormat format) {
        long percent = all == 0 ? 0 : Math.round(100.0 * part / all);
        return format.count(part) + " (" + percent + "\u00a0%)";
    }

    private static String money(BigDecimal pln, PolishFormat format) {
        return pln == null
                ? NONE
                : format.money(
                        pln.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}
