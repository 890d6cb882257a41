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
 * The day in figures, ready to be shown.
 *
 * @param day of the office
 * @param files received
 * @param lines rejected rows, then the states that have any
 * @param total the sum of the lines
 * @param unknown whether anything is UNKNOWN, which wants a person
 */
public record DayTable(String day, String files, List<Line> lines, Line total, boolean unknown) {

    /**
     * One line.
     *
     * @param key {@code total}, {@code rejected} or the name of a state
     * @param rows how many
     * @param amount what they are worth
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

    /** What became final on a day, by the state. */
    static List<Line> outcomes(MonthFigures figures, LocalDate day, PolishFormat format) {
        return figures.outcomes().getOrDefault(day, Map.of()).entrySet().stream()
                .map(entry -> line(entry.getKey().name(), entry.getValue(), format))
                .toList();
    }

    private static Line line(String key, Sum sum, PolishFormat format) {
        return new Line(key, format.count(sum.rows()), format.money(sum.grosze()));
    }
}
