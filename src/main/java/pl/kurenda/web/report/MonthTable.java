package pl.kurenda.web.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pl.kurenda.report.page.MonthFigures;
import pl.kurenda.report.page.Totals;
import pl.kurenda.report.page.Totals.Sum;
import pl.kurenda.web.support.PolishFormat;
import pl.kurenda.web.support.Stage;

/**
 * The figures of the days of a month, ready for display.
 *
 * @param days days on which a file arrived, in order
 * @param total the sum of all days
 */
record MonthTable(List<Line> days, Line total) {

    /**
     * A day.
     *
     * @param iso date in the address of its page
     * @param day date as shown
     * @param files files received
     * @param rows number of all rows
     * @param amount total of all rows
     * @param rejected rejected rows
     * @param stages rows by {@link Stage}, in its order
     */
    record Line(
            LocalDate iso, String day, String files, String rows, String amount, Cell rejected, List<Cell> stages) {}

    /**
     * A number.
     *
     * @param count value for the chart
     * @param text value as shown
     */
    record Cell(long count, String text) {}

    static MonthTable of(MonthFigures figures, PolishFormat format) {
        return new MonthTable(
                figures.days().stream()
                        .filter(day -> day.files() > 0)
                        .map(day -> line(day, format))
                        .toList(),
                line(figures.total(), format));
    }

    private static Line line(Totals totals, PolishFormat format) {
        Map<Stage, Long> stages = new EnumMap<>(Stage.class);
        totals.states().forEach((state, sum) -> stages.merge(Stage.of(state), sum.rows(), Long::sum));
        Sum all = totals.all();
        return new Line(
                totals.day(),
                format.day(totals.day()),
                format.count(totals.files()),
                format.count(all.rows()),
                format.money(all.grosze()),
                cell(totals.rejected().rows(), format),
                Arrays.stream(Stage.values())
                        .map(stage -> cell(stages.getOrDefault(stage, 0L), format))
                        .toList());
    }

    static Cell cell(long count, PolishFormat format) {
        return new Cell(count, format.count(count));
    }
}
