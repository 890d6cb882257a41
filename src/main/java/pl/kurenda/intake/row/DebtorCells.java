package pl.kurenda.intake.row;

import java.util.Arrays;
import java.util.List;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.text.SpreadsheetCell;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;

/** Reads the phone and name of the debtor where several columns may have them. */
final class DebtorCells {
    private final List<Integer> phones;
    private final Layout.Naming naming;
    private final int nameColumn;

    DebtorCells(Layout layout) {
        this.phones = layout.beside().phones();
        this.naming = layout.beside().naming();
        this.nameColumn = layout.place(Field.NAME).orElse(-1);
    }

    /**
     * Returns the phone of the first column, unless only another column has a mobile number.
     *
     * @param first cell of the phone, as it came or was filled in
     * @param cells of the row
     */
    PhoneReading phone(String first, List<String> cells) {
        PhoneReading read = read(first);
        if (read instanceof PhoneReading.Mobile || phones.isEmpty()) {
            return read;
        }
        return phones.stream()
                .map(place -> read(cells.get(place)))
                .filter(PhoneReading.Mobile.class::isInstance)
                .findFirst()
                .orElse(read);
    }

    /** Treats a filler number as invalid: it may belong to a person who is not a debtor. */
    private static PhoneReading read(String cell) {
        PhoneReading read = Msisdn.read(SpreadsheetCell.phone(cell));
        return read instanceof PhoneReading.Mobile mobile && mobile.msisdn().isFiller()
                ? PhoneReading.Problem.INVALID
                : read;
    }

    /**
     * Returns the name from the first column that is not empty. If first name and surname have separate columns, the
     * first name is put before the surname.
     *
     * @param told cell of the name, as it came or was filled in
     * @param cells of the row
     */
    String name(String told, List<String> cells) {
        String name = whole(nameColumn, SpreadsheetCell.name(told), cells);
        for (int i = 0; i < naming.others().size() && name.isEmpty(); i++) {
            int other = naming.others().get(i);
            name = whole(other, SpreadsheetCell.name(cells.get(other)), cells);
        }
        return name;
    }

    private String whole(int place, String name, List<String> cells) {
        if (place != naming.surname() || place < 0) {
            return name;
        }
        String first = SpreadsheetCell.name(cells.get(naming.first()));
        boolean whole = first.isEmpty() || Arrays.asList(name.split(" ")).contains(first);
        return whole ? name : (first + " " + name).strip();
    }
}
