package pl.kurenda.intake.submission;

import java.util.List;

/**
 * A reminder as a vendor sends it: the cells of a row, checked by the same rules as the rows of a file. Missing cells
 * are empty.
 */
public record ReminderInput(String phone, String amount, String name, String due, String account, String reference) {

    /** The cells in the order of the fields. */
    List<String> cells() {
        return List.of(phone, amount, name, due, account, reference);
    }

    /** Leaves out personal data. */
    @Override
    public String toString() {
        return "ReminderInput[]";
    }
}
