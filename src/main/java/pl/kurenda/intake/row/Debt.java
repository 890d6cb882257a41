package pl.kurenda.intake.row;

import java.time.LocalDate;
import pl.kurenda.money.Amount;
import pl.kurenda.recipient.Msisdn;

/**
 * The content of a valid row.
 *
 * @param phone that the reminder goes to
 * @param amount owed
 * @param due date, or null
 * @param account NRB digits, or null
 * @param name of the debtor, or empty
 * @param reference in the domain system, or empty
 */
record Debt(Msisdn phone, Amount amount, LocalDate due, String account, String name, String reference) {

    /** Leaves out personal data. */
    @Override
    public String toString() {
        return "Debt[]";
    }
}
