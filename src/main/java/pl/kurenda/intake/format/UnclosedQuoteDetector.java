package pl.kurenda.intake.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.reader.Cells;
import pl.kurenda.intake.text.SpreadsheetCell;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;

/**
 * Detects a record over several lines that contains a row of its own. A quote that was never closed has then swallowed
 * the next debtor, whose amount the first one would be asked to pay. A note over several lines is not a row, and
 * neither is the text after a note in the first column.
 */
final class UnclosedQuoteDetector implements Predicate<byte[]> {
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");

    private final Layout layout;

    UnclosedQuoteDetector(Layout layout) {
        this.layout = layout;
    }

    @Override
    public boolean test(byte[] raw) {
        // Delimiters and quotes are ASCII in all charsets.
        String[] lines = LINE_END.split(new String(raw, StandardCharsets.ISO_8859_1), -1);
        return isWide(lines[0]) && Arrays.stream(lines).skip(1).anyMatch(this::isRow);
    }

    /** Whether the line has enough delimiters for a row of its own, quoted or not. */
    private boolean isWide(String line) {
        return line.chars().filter(sign -> sign == layout.delimiter()).count() >= layout.width() - 1;
    }

    private boolean isRow(String line) {
        List<String> cells = Cells.split(line, layout.delimiter(), layout.form().quoting());
        int phone = layout.place(Field.PHONE).orElse(0);
        return layout.accepts(cells.size())
                && Msisdn.read(SpreadsheetCell.phone(cells.get(phone))) instanceof PhoneReading.Mobile;
    }
}
