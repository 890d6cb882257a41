package pl.kurenda.intake.reader;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;

/** Reads the rows of a sheet one at a time, from the top. */
public final class SheetRows implements Closeable {
    private static final int ROWS = 1_048_576;
    private static final int COLUMNS = 16_384;
    private static final int LETTERS = 26;
    private static final Pattern NO_SIZE = Pattern.compile("0+(?:\\.0*)?");

    private final BoundedXml xml;
    private final SheetValues values;
    private final List<String> cells = new ArrayList<>();
    private final Hidden hidden = Hidden.nothing();
    private int number;
    private int length;

    SheetRows(BoundedXml xml, SheetValues values) {
        this.xml = xml;
        this.values = values;
    }

    /** Moves to the next row that exists in the sheet. False after the last one. */
    public boolean next() throws IOException {
        return WorkbookFile.guarded(() -> {
            while (xml.next() != XMLStreamConstants.END_DOCUMENT) {
                if (xml.starts("row")) {
                    read();
                    return true;
                }
                if (xml.starts("col")) {
                    readColumns();
                }
            }
            return false;
        });
    }

    /** The row number as people see it, from 1. */
    int number() {
        return number;
    }

    /** The cells of the row, without empty ones at the end. */
    public List<String> cells() {
        return cells;
    }

    /** What is hidden among the rows read so far. */
    public Hidden hidden() {
        return hidden;
    }

    private void readColumns() {
        if (isHidden(xml.attribute("width"))) {
            int first = Math.max(1, SheetValues.number(xml.attribute("min")));
            int last = Math.min(COLUMNS, SheetValues.number(xml.attribute("max")));
            hidden.columns().set(first - 1, Math.max(first - 1, last));
        }
    }

    /** @param size of the row or column; a size of zero hides it too */
    private boolean isHidden(String size) {
        String flag = xml.attribute("hidden");
        return "1".equals(flag)
                || "true".equals(flag)
                || size != null && NO_SIZE.matcher(size).matches();
    }

    private void read() throws IOException {
        boolean unseen = isHidden(xml.attribute("ht"));
        String told = xml.attribute("r");
        int found = told == null ? number + 1 : SheetValues.number(told);
        if (found <= number || found > ROWS) {
            throw new WorkbookFile.DamagedException("rows out of their order");
        }
        number = found;
        cells.clear();
        length = 0;
        for (int event = xml.next(); !xml.ends("row"); event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new WorkbookFile.DamagedException("a row without end");
            }
            if (xml.starts("c")) {
                readCell();
            }
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isBlank()) {
            cells.remove(cells.size() - 1);
        }
        hidden.rows().set(number, unseen && !cells.isEmpty());
    }

    private void readCell() throws IOException {
        String reference = xml.attribute("r");
        int column = reference == null ? cells.size() : column(reference);
        if (column < cells.size() || column >= COLUMNS) {
            throw new WorkbookFile.DamagedException("cells out of their order");
        }
        while (cells.size() < column) {
            cells.add("");
        }
        String text = value(xml.attribute("t"), xml.attribute("s"));
        length += text.length();
        // A row of several large cells is refused for its size, so no more of it is kept.
        cells.add(length > RecordScanner.MAX_RECORD ? text.substring(0, Math.min(text.length(), 1)) : text);
    }

    private String value(String type, String style) throws IOException {
        StringBuilder value = new StringBuilder();
        String inline = null;
        boolean inValue = false;
        for (int event = xml.next(); !xml.ends("c"); event = xml.next()) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new WorkbookFile.DamagedException("a cell without end");
            }
            if (xml.starts("v") || xml.ends("v")) {
                inValue = xml.starts("v");
            } else if (xml.starts("is")) {
                inline = RichText.read(xml, "is");
            } else if (inValue) {
                xml.appendTo(value, RecordScanner.MAX_CELL);
            }
        }
        return inline != null ? inline : value.isEmpty() ? "" : values.text(type, style, value.toString());
    }

    /** The column of a reference such as {@code AB12}, from 0. */
    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && column <= COLUMNS; i++) {
            char sign = reference.charAt(i);
            if (sign < 'A' || sign > 'Z') {
                break;
            }
            column = column * LETTERS + sign - 'A' + 1;
        }
        return column - 1;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
