package pl.kurenda.report.format;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Workbook;

/** The cell styles of a workbook, each created once. */
final class SheetStyles {
    final CellStyle header;
    /** Marked as text, so that the cell does not become a formula when a person edits it either. */
    final CellStyle text;

    final CellStyle whole;
    final CellStyle money;
    final CellStyle price;
    final CellStyle day;
    final CellStyle time;

    SheetStyles(Workbook workbook) {
        header = workbook.createCellStyle();
        Font bold = workbook.createFont();
        bold.setBold(true);
        header.setFont(bold);
        text = style(workbook, "@");
        text.setQuotePrefixed(true);
        whole = style(workbook, "0");
        money = style(workbook, "0.00");
        price = style(workbook, "0.0000");
        day = style(workbook, "yyyy-mm-dd");
        time = style(workbook, "yyyy-mm-dd hh:mm:ss");
    }

    private static CellStyle style(Workbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }
}
