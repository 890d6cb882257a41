package pl.kurenda.report.format;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import pl.kurenda.report.core.RowSink;

/**
 * Writes CSV (RFC 4180) as Polish spreadsheets open it: UTF-8 with BOM, semicolons, decimal comma, CRLF. No cell can
 * become a formula, even if the spreadsheet takes a comma as the end of a cell.
 */
public final class CsvSink implements RowSink, Closeable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    /** Characters that make a spreadsheet treat a cell as a formula, including their full-width forms. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /**
     * The same characters inside a cell, for a spreadsheet that uses the comma as separator: it ignores quotes in
     * mid-cell.
     */
    private static final Pattern BEHIND_A_COMMA =
            Pattern.compile("(,[\\s\"\u00A0]*)(?=[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private static final String QUOTED = ";\"\r\n";

    private final Writer out;

    public CsvSink(OutputStream stream, List<String> columns) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        out.write('\uFEFF');
        write(columns.toArray());
    }

    @Override
    public void write(Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(';');
            }
            if (cells[i] != null) {
                out.write(text(cells[i]));
            }
        }
        out.write("\r\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static String text(Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.toPlainString().replace('.', ',');
        }
        if (cell instanceof LocalDateTime time) {
            return TIME.format(time);
        }
        return cell instanceof String text ? quoted(harmless(text)) : cell.toString();
    }

    private static String harmless(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String split =
                text.indexOf(',') < 0 ? text : BEHIND_A_COMMA.matcher(text).replaceAll("$1'");
        return formula ? "'" + split : split;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> QUOTED.indexOf(c) >= 0);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
