package pl.kurenda.intake;

import java.util.List;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;

/** Who the debtor of a row is, as far as more than one column says so. */
final class DebtorCells {
    private final List<Integer> phones;

    DebtorCells(Layout layout) {
        this.phones = layout.beside().phones();
    }

    /**
     * Of the first column, unless only another one has a mobile.
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

    /** What stands in for a number is none: it may be the number of somebody, who is no debtor. */
    private static PhoneReading read(String cell) {
        PhoneReading read = Msisdn.read(MachineCell.phone(cell));
        return read instanceof PhoneReading.Mobile mobile && mobile.msisdn().isFiller()
                ? PhoneReading.Problem.INVALID
                : read;
    }
}
