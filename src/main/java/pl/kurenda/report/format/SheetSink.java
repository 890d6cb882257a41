package pl.kurenda.report.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import pl.kurenda.report.core.RowSink;

/**
 * A sheet with a frozen header, a filter, and real numbers and dates. A table too long for one sheet continues on
 * another.
 */
final class SheetSink implements RowSink {
    private static final int WIDTH = 20 * 256;

    private final SXSSFWorkbook workbook;
    private final SheetStyles styles;
    private final String name;
    private final List<String> columns;
    private final int rowLimit;
    private SXSSFSheet sheet;
    private int parts;
    private int next;

    SheetSink(SXSSFWorkbook workbook, SheetStyles styles, String name, List<String> columns) {
        this(workbook, styles, name, columns, SpreadsheetVersion.EXCEL2007.getMaxRows());
    }

    SheetSink(SXSSFWorkbook workbook, SheetStyles styles, String name, List<String> columns, int rowLimit) {
        this.workbook = workbook;
        this.styles = styles;
        this.name = name;
        this.columns = columns;
        this.rowLimit = rowLimit;
        open();
    }

    @Override
    public void write(Object... cells) {
        if (next == rowLimit) {
            finish();
            open();
        }
        Row row = sheet.createRow(next++);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null) {
                fill(row.createCell(i), cells[i]);
            }
        }
    }

    /** Sets the filter over the rows written. */
    void finish() {
        sheet.setAutoFilter(new CellRangeAddress(0, next - 1, 0, columns.size() - 1));
    }

    private void open() {
        parts++;
        sheet = workbook.createSheet(parts == 1 ? name : name + " " + parts);
        sheet.createFreezePane(0, 1);
        Row header = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = header.createCell(i);
            cell.setCellValue(columns.get(i));
            cell.setCellStyle(styles.header);
            sheet.setColumnWidth(i, WIDTH);
        }
        next = 1;
    }

    private void fill(Cell cell, Object value) {
        if (value instanceof BigDecimal number) {
            // spreadsheets store all numbers as doubles; 15 digits are exact up to 9 billion PLN with four decimals
            cell.setCellValue(number.doubleValue());
            styled(cell, number.scale() > 2 ? styles.price : styles.money);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.longValue());
            styled(cell, styles.whole);
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            styled(cell, styles.day);
        } else if (value instanceof LocalDateTime time) {
            cell.setCellValue(time);
            styled(cell, styles.time);
        } else {
            cell.setCellValue((String) value);
            styled(cell, styles.text);
        }
    }

    private static void styled(Cell cell, CellStyle style) {
        cell.setCellStyle(style);
    }
}
