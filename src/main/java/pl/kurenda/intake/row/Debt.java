package pl.kurenda.intake.row;

import java.time.LocalDate;
import pl.kurenda.money.Amount;
import pl.kurenda.recipient.Msisdn;

/**
 * What a valid row says.
 *
 * @param phone whom it goes to
 * @param amount owed
 * @param due date, or null
 * @param account NRB digits, or null
 * @param name of the debtor, or empty
 * @param reference in the domain system, or empty
 */
record Debt(Msisdn phone, Amount amount, LocalDate due, String account, String name, String reference) {

    /** Without the data of the person. */
    @Override
    public String toString() {
        return "Debt[]";
    }
}
