package pl.kurenda.web.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pl.kurenda.report.page.MonthFigures;
import pl.kurenda.report.page.Totals;
import pl.kurenda.report.page.Totals.Sum;
import pl.kurenda.web.support.PolishFormat;

/**
 * The figures of a day, ready for display.
 *
 * @param day office day
 * @param files files received
 * @param lines rejected rows, then the states that have reminders
 * @param total the sum of the lines
 * @param unknown whether any reminder is UNKNOWN and needs a person's decision
 */
public record DayTable(String day, String files, List<Line> lines, Line total, boolean unknown) {

    /**
     * One line.
     *
     * @param key {@code total}, {@code rejected} or the name of a state
     * @param rows number of rows
     * @param amount their value
     */
    record Line(String key, String rows, String amount) {}

    public static DayTable of(Totals totals, PolishFormat format) {
        Stream<Line> states = totals.states().entrySet().stream()
                .filter(entry -> entry.getValue().rows() > 0)
                .map(entry -> line(entry.getKey().name(), entry.getValue(), format));
        List<Line> lines = Stream.concat(Stream.of(line("rejected", totals.rejected(), format)), states)
                .toList();
        return new DayTable(
                format.day(totals.day()),
                format.count(totals.files()),
                lines,
                line("total", totals.all(), format),
                lines.stream().anyMatch(line -> line.key().equals("UNKNOWN")));
    }

    /** Returns the outcomes that became final on a day, by state. */
    static List<Line> outcomes(MonthFigures figures, LocalDate day, PolishFormat format) {
        return figures.outcomes().getOrDefault(day, Map.of()).entrySet().stream()
                .map(entry -> line(entry.getKey().name(), entry.getValue(), format))
                .toList();
    }

    private static Line line(String key, Sum sum, PolishFormat format) {
        return new Line(key, format.count(sum.rows()), format.money(sum.grosze()));
    }
}
