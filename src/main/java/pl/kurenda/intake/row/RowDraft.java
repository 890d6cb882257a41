package pl.kurenda.intake.row;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.text.SpreadsheetCell;
import pl.kurenda.intake.text.Whitespace;

/** A row during enrichment. Values from the file stay; only empty fields can be filled. */
public final class RowDraft {
    private final Row row;
    private final Layout layout;
    private final Map<Field, String> filled = new EnumMap<>(Field.class);

    RowDraft(Row row, Layout layout) {
        this.row = row;
        this.layout = layout;
    }

    /** The value of a field, from the file or from an earlier step; empty if there is none. */
    public String get(Field field) {
        String value = filled.get(field);
        if (value != null) {
            return value;
        }
        OptionalInt place = layout.place(field);
        if (place.isEmpty()) {
            return "";
        }
        String own = said(field, place.getAsInt());
        return field == Field.PHONE && own.isEmpty() ? otherPhone() : own;
    }

    private String otherPhone() {
        return layout.beside().phones().stream()
                .map(place -> said(Field.PHONE, place))
                .filter(phone -> !phone.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String said(Field field, int place) {
        String cell = row.cells().get(place);
        return field == Field.ACCOUNT ? Whitespace.single(SpreadsheetCell.account(cell)) : SpreadsheetCell.text(cell);
    }

    /** Fills a field, written as an export would write it. Does nothing if the field has a value. */
    public void fill(Field field, String value) {
        if (get(field).isEmpty() && !value.isBlank()) {
            filled.put(field, value);
        }
    }

    /** Whether its cells could be read. */
    boolean isSound() {
        return row.cut().sound() && layout.accepts(row.cut().cells());
    }

    Row row() {
        return filled.isEmpty() ? row : new Row(row.cut(), row.cells(), filled);
    }

    /** Leaves out the contents of the row. */
    @Override
    public String toString() {
        return "RowDraft[" + row.cut().line() + "]";
    }
}
