package pl.kurenda.web.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import pl.kurenda.report.effect.EffectLine;
import pl.kurenda.web.support.PolishFormat;

/**
 * A line of the page Effect, ready to be shown.
 *
 * @param sum whether it is one
 * @param all whether it is the sum of all sources
 * @param source of the reminders
 * @param template of them
 * @param segments of each; empty in sums
 * @param sent how many
 * @param amount asked for
 * @param paid in full within the days of the columns: how many, and per cent of those sent
 * @param partly how many in part
 * @param recovered within the days of the columns
 * @param cost net
 * @param costOfHundred cost of 100 zł recovered, or a dash
 * @param saved against letters, or a dash
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
