package pl.kurenda.intake.reader;

import java.util.ArrayList;
import java.util.List;

/** Splits and quotes single CSV cells, for headers and replies. Data rows go through the parser. */
public final class Cells {
    private Cells() {}

    /** The cells of a record whose quoting is sound and follows RFC 4180. */
    static List<String> split(String record, char delimiter) {
        return split(record, delimiter, Quoting.STANDARD);
    }

    /** The cells of a record whose quoting is sound. A quote opens only where it opens for {@link RecordScanner}. */
    public static List<String> split(String record, char delimiter, Quoting quoting) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        char quote = quoting.sign();
        boolean quoted = false;
        for (int i = 0; i < record.length(); i++) {
            char sign = record.charAt(i);
            if (sign == quote && !quoted && opens(cell, quoting)) {
                cell.setLength(0);
                quoted = true;
            } else if (sign == quote && quoted) {
                boolean doubled = i + 1 < record.length() && record.charAt(i + 1) == quote;
                i += doubled ? 1 : 0;
                cell.append(doubled ? String.valueOf(quote) : "");
                quoted = doubled;
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

    private static boolean opens(StringBuilder cell, Quoting quoting) {
        return cell.isEmpty() || quoting.afterBlanks() && cell.toString().isBlank();
    }

    /** The cell as written between delimiters. */
    public static String quote(String cell, char delimiter) {
        boolean plain = cell.chars().noneMatch(c -> c == delimiter || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
