package pl.kurenda.ledger.batch;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import pl.kurenda.ledger.core.Suppression;
import pl.kurenda.money.Amount;
import pl.kurenda.recipient.Msisdn;

/**
 * A valid row with its text, to be loaded into the ledger.
 *
 * @param line physical line on which the record starts, from 1
 * @param phone number of the recipient
 * @param name of the debtor, or null
 * @param amount owed
 * @param due date, or null
 * @param account NRB digits, or null
 * @param reference of the debt in the domain system, or null
 * @param sender source address of the SMS
 * @param text as sent, up to 1000 characters
 * @param alphabet name of the text's alphabet
 * @param segments 1 to 6
 * @param cost of all segments, PLN, four decimals
 * @param debt identity of the debt
 * @param suppression why it is deliberately not sent, or null
 * @param notAfter time after which it is no longer worth sending
 */
public record NewReminder(
        int line,
        Msisdn phone,
        String name,
        Amount amount,
        LocalDate due,
        String account,
        String reference,
        String sender,
        String text,
        String alphabet,
        int segments,
        BigDecimal cost,
        DebtIdentity debt,
        Suppression suppression,
        Instant notAfter) {

    /** Returns the same row, not to be sent for this reason. */
    public NewReminder suppressed(Suppression why) {
        return new NewReminder(
                line, phone, name, amount, due, account, reference, sender, text, alphabet, segments, cost, debt, why,
                notAfter);
    }

    /** Omits personal data. */
    @Override
    public String toString() {
        return "NewReminder[line=" + line + "]";
    }
}
