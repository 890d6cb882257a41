package pl.kurenda.intake.submission;

import java.util.List;

/**
 * A reminder as a vendor sends it: the cells of a row, checked by the same rules as those of a file. What is missing is empty.
 */
public record ReminderInput(String phone, String amount, String name, String due, String account, String reference) {

    /** In the order of the fields. */
    List<String> cells() {
        return List.of(phone, amount, name, due, account, reference);
    }

    /** Without the data of the person. */
    @Override
    public String toString() {
        return "ReminderInput[]";
    }
}
