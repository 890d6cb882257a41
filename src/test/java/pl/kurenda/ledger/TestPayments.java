package pl.kurenda.ledger;

import java.time.Clock;
import pl.kurenda.ledger.core.Books;
import pl.kurenda.ledger.core.Changes;
import pl.kurenda.ledger.payment.ExportComparison;
import pl.kurenda.ledger.payment.PaidDebts;
import pl.kurenda.ledger.payment.PaidInTime;
import pl.kurenda.ledger.payment.Payments;

/** The payments of a ledger. */
final class TestPayments {
    private TestPayments() {}

    static Payments of(Books books, Clock clock) {
        Changes changes = new Changes(books, clock);
        return new Payments(
                books,
                changes,
                new ExportComparison(books, changes, clock),
                new PaidDebts(books, clock),
                new PaidInTime(books, changes, clock));
    }
}
