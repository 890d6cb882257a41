package pl.kurenda.web.report;

import java.util.List;
import pl.kurenda.report.page.MonthFigures;
import pl.kurenda.web.support.PolishFormat;

/**
 * Why rows were rejected, ready to be shown.
 *
 * @param code such as {@code PHONE_INVALID}
 * @param rows how many
 * @param amount what they are worth, as far as it could be read
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
