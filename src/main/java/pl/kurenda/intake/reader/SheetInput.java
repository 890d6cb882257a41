package pl.kurenda.intake.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Generates a sheet as CSV in UTF-8, row by row. Each line has the number of its row, and missing rows are blank lines.
 */
final class SheetInput extends GeneratedInputStream {
    /** How Excel writes control characters, such as the CR of old Macintosh computers. */
    private static final Pattern ESCAPED = Pattern.compile("_x00[01][0-9A-Fa-f]_");

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n|[\\r\\n\\x0b\\x0c\\u0085\\u2028\\u2029]");
    private static final int BLANKS = 8192;

    private final WorkbookFile workbook;
    private final SheetRows rows;
    private final int width;
    private final char delimiter;

    /** Rows returned so far, and whether the current one waits behind blank lines. */
    private int given;

    private boolean waiting;

    private SheetInput(WorkbookFile workbook, SheetRows rows, int width, char delimiter) {
        this.workbook = workbook;
        this.rows = rows;
        this.width = width;
        this.delimiter = delimiter;
    }

    static SheetInput open(Path file, WorkbookSheet sheet, char delimiter) throws IOException {
        WorkbookFile workbook = WorkbookFile.open(file);
        try {
            return new SheetInput(workbook, workbook.rows(sheet), sheet.width(), delimiter);
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    @Override
    ByteBuffer next() throws IOException {
        if (!waiting && !rows.next()) {
            return null;
        }
        int blank = Math.min(BLANKS, rows.number() - 1 - given);
        String text = blank > 0 ? "\n".repeat(blank) : line(rows.cells());
        given += Math.max(blank, 1);
        waiting = blank > 0;
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(i > 0 ? String.valueOf(delimiter) : "").append(Cells.quote(oneLine(cells.get(i)), delimiter));
        }
        if (!cells.isEmpty()) {
            line.append(String.valueOf(delimiter).repeat(Math.max(0, width - cells.size())));
        }
        return line.append('\n').toString();
    }

    /** Removes line ends within a cell, because they would shift the line numbers. */
    private static String oneLine(String cell) {
        String plain = cell.contains("_x00") ? ESCAPED.matcher(cell).replaceAll(" ") : cell;
        return LINE_ENDS.matcher(plain).find() ? LINE_ENDS.matcher(plain).replaceAll(" ") : plain;
    }

    @Override
    public void close() throws IOException {
        try {
            rows.close();
        } finally {
            workbook.close();
        }
    }
}
