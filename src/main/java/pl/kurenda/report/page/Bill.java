package pl.kurenda.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * What the operator will charge for a month so far.
 *
 * @param until the last day of the month included; null if there is none yet
 * @param lines by source, account and price
 */
public record Bill(LocalDate until, List<Line> lines) {

    /**
     * The segments of a source that an account accepted at one price. Each line is rounded to the grosz, as in the
     * billing file.
     *
     * @param source the source
     * @param smsc the account at an SMSC; null for a sum over several, empty for days before accounts were counted
     *     separately
     * @param price PLN per segment; null for a sum over several
     * @param segments segments accepted by the SMSC
     * @param net PLN
     * @param vat PLN
     */
    public record Line(String source, String smsc, BigDecimal price, long segments, BigDecimal net, BigDecimal vat) {
        public static final Line NONE =
                new Line(null, null, null, 0, BigDecimal.valueOf(0, 2), BigDecimal.valueOf(0, 2));

        /**
         * Makes a line with price and VAT.
         *
         * @param vatPercent VAT in percent
         */
        public static Line of(String source, String smsc, BigDecimal price, long segments, BigDecimal vatPercent) {
            BigDecimal net = price.multiply(BigDecimal.valueOf(segments)).setScale(2, RoundingMode.HALF_UP);
            BigDecimal vat = net.multiply(vatPercent).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
            return new Line(source, smsc, price, segments, net, vat);
        }

        /** Total to pay, PLN. */
        public BigDecimal gross() {
            return net.add(vat);
        }

        public Line plus(Line other) {
            return new Line(null, null, null, segments + other.segments, net.add(other.net), vat.add(other.vat));
        }
    }

    /** The sum of the rounded lines. */
    public Line total() {
        return lines.stream().reduce(Line.NONE, Line::plus);
    }
}
