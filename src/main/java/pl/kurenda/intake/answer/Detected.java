package pl.kurenda.intake.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.reader.FileEncoding;
import pl.kurenda.intake.reader.Hidden;
import pl.kurenda.intake.reader.Quoting;

/**
 * How an export was understood, for its receipt. Null values are left out.
 *
 * @param format {@code csv} or {@code xlsx}
 * @param charset of the file; null for a workbook
 * @param delimiter between cells, as {@code tab} for a tab; null for a workbook
 * @param quoting if it differs from RFC 4180: {@code apostrophes} or {@code quotes after blanks}
 * @param sheet of a workbook; null for a text file
 * @param header whether a header names the columns
 * @param headerLine physical line of the header, from 1; null without a header
 * @param columns the column of each field: header name, or number from 1
 * @param guessed true if the columns were guessed from their contents, else null
 * @param hiddenRows number of hidden rows in the sheet; null if there are none
 * @param hiddenColumns letters of hidden columns that hold a field; null if there are none
 * @param otherPhones columns that are read if the phone column has no mobile number; null if there are none
 * @param amounts how the readable amounts are written; null if there are none
 * @param dates how the readable dates are written; null if there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Detected(
        String format,
        String charset,
        String delimiter,
        String quoting,
        String sheet,
        boolean header,
        @JsonProperty("header_line") Integer headerLine,
        Map<String, String> columns,
        @JsonProperty("columns_guessed") Boolean guessed,
        @JsonProperty("hidden_rows") Integer hiddenRows,
        @JsonProperty("hidden_columns") String hiddenColumns,
        @JsonProperty("other_phones") List<String> otherPhones,
        AmountNotation amounts,
        List<String> dates) {

    public Detected(
            String format,
            String charset,
            String delimiter,
            String sheet,
            boolean header,
            Integer headerLine,
            Map<String, String> columns) {
        this(format, charset, delimiter, null, sheet, header, headerLine, columns, null, null, null, null, null, null);
    }

    /** Returns the same with what all rows show. */
    public Detected with(AmountNotation amountsSeen, List<String> datesSeen) {
        return new Detected(
                format,
                charset,
                delimiter,
                quoting,
                sheet,
                header,
                headerLine,
                columns,
                guessed,
                hiddenRows,
                hiddenColumns,
                otherPhones,
                amountsSeen,
                datesSeen);
    }

    /** How a file is written, before its rows are read. */
    public static Detected of(Layout layout) {
        return layout.form().carrier() instanceof FileEncoding.Workbook workbook
                ? ofWorkbook(layout, workbook)
                : ofText(layout);
    }

    private static Detected ofWorkbook(Layout layout, FileEncoding.Workbook workbook) {
        Hidden hidden = workbook.sheet().hidden();
        Integer line = headerLine(layout);
        int rows = hidden.rowsBelow(line == null ? 0 : line);
        String unseen = String.join(", ", hidden.columnsOf(layout.places()));
        return new Detected(
                "xlsx",
                null,
                null,
                null,
                workbook.sheet().name(),
                line != null,
                line,
                columns(layout),
                guessed(layout),
                rows == 0 ? null : Integer.valueOf(rows),
                unseen.isEmpty() ? null : unseen,
                otherPhones(layout),
                null,
                null);
    }

    private static Detected ofText(Layout layout) {
        Integer line = headerLine(layout);
        return new Detected(
                "csv",
                layout.charset().name(),
                layout.delimiter() == '\t' ? "tab" : String.valueOf(layout.delimiter()),
                quoting(layout.form().quoting()),
                null,
                line != null,
                line,
                columns(layout),
                guessed(layout),
                null,
                null,
                otherPhones(layout),
                null,
                null);
    }

    private static Integer headerLine(Layout layout) {
        return layout.header() == null ? null : Integer.valueOf(layout.header().line());
    }

    private static Map<String, String> columns(Layout layout) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            layout.place(field).ifPresent(place -> columns.put(field.key(), layout.columnName(place)));
        }
        return columns;
    }

    private static Boolean guessed(Layout layout) {
        return layout.guessed() ? Boolean.TRUE : null;
    }

    private static String quoting(Quoting quoting) {
        if (quoting.equals(Quoting.STANDARD)) {
            return null;
        }
        return quoting.afterBlanks() ? "quotes after blanks" : "apostrophes";
    }

    private static List<String> otherPhones(Layout layout) {
        List<Integer> places = layout.beside().phones();
        return places.isEmpty() ? null : places.stream().map(layout::columnName).toList();
    }
}
