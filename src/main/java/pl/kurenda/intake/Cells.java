package pl.kurenda.intake;

import java.util.ArrayList;
import java.util.List;

/** Single cells as CSV has them, for headers and answers; rows of data go through the parser. */
final class Cells {
    private Cells() {}

    /** The cells of a record whose quoting is sound: a quote opens at the start of a cell only, as {@link RecordCutter} has it. */
    static List<String> split(String record, char delimiter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < record.length(); i++) {
            char sign = record.charAt(i);
            if (sign == '"' && (quoted || cell.isEmpty())) {
                boolean doubled = quoted && i + 1 < record.length() && record.charAt(i + 1) == '"';
                i += doubled ? 1 : 0;
                cell.append(doubled ? "\"" : "");
                quoted = doubled || !quoted;
            } else if (sign == delimiter && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(sign);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** The cell as it is written between delimiters. */
    static String quote(String cell, char delimiter) {
        boolean plain = cell.chars().noneMatch(c -> c == delimiter || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
