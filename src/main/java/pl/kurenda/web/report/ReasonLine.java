package pl.kurenda.web.report;

import java.util.List;
import pl.kurenda.report.page.MonthFigures;
import pl.kurenda.web.support.PolishFormat;

/**
 * A reason for rejected rows, ready for display.
 *
 * @param code such as {@code PHONE_INVALID}
 * @param rows number of rows
 * @param amount value of the rows with a readable amount
 */
record ReasonLine(String code, MonthTable.Cell rows, String amount) {

    static List<ReasonLine> of(MonthFigures figures, PolishFormat format) {
        return figures.reasons().stream()
                .map(reason -> new ReasonLine(
                        reason.code(),
                        MonthTable.cell(reason.rows().rows(), format),
                        format.money(reason.rows().grosze())))
                .toList();
    }
}
