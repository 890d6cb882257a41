package pl.kurenda.web.report;

import java.util.List;
import pl.kurenda.report.effect.EffectLine;
import pl.kurenda.report.effect.Uplift;
import pl.kurenda.web.support.PageTexts;
import pl.kurenda.web.support.PolishFormat;

/**
 * The comparison of a source with its hold-out group, ready for display.
 *
 * @param sentence the figures in a sentence
 * @param unclear note that the difference may be random, or empty
 */
record UpliftLine(String sentence, String unclear) {

    static List<UpliftLine> of(List<EffectLine> lines, PageTexts pageTexts, PolishFormat format) {
        return lines.stream()
                .filter(line -> line.uplift() != null && line.uplift().isKnown())
                .map(line -> of(line.source(), line.uplift(), pageTexts, format))
                .toList();
    }

    private static UpliftLine of(String source, Uplift uplift, PageTexts pageTexts, PolishFormat format) {
        boolean hasZero = uplift.low().signum() <= 0 && uplift.high().signum() >= 0;
        return new UpliftLine(
                pageTexts.get(
                        "effect.uplift",
                        source,
                        format.count(uplift.assigned()),
                        format.decimal(uplift.assignedShare()),
                        format.count(uplift.heldOut()),
                        format.decimal(uplift.heldOutShare()),
                        format.decimal(uplift.points()),
                        format.decimal(uplift.low()),
                        format.decimal(uplift.high())),
                hasZero ? pageTexts.get("effect.unclear", source) : "");
    }
}
