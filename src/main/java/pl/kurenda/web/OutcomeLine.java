package pl.kurenda.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import pl.kurenda.report.MonthFigures;

/**
 * What became final on a day with one state, ready to be shown.
 *
 * @param state its name
 * @param rows how many
 * @param amount what they are worth
 */
record OutcomeLine(String state, String rows, String amount) {

    static List<OutcomeLine> of(MonthFigures figures, LocalDate day, PolishFormat format) {
        return figures.outcomes().getOrDefault(day, Map.of()).entrySet().stream()
                .map(entry -> new OutcomeLine(
                        entry.getKey().name(),
                        format.count(entry.getValue().rows()),
                        format.money(entry.getValue().grosze())))
                .toList();
    }
}
