package pl.kurenda.ledger;

import java.time.Clock;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.payment.ExportComparison;
import pl.kurenda.ledger.payment.PaidDebts;
import pl.kurenda.ledger.payment.Payments;
import pl.kurenda.ledger.payment.PaymentsBeforeSending;

/** The payments of a ledger. */
final class PaymentFixture {
    private PaymentFixture() {}

    static Payments of(LedgerJdbc books, Clock clock) {
        StateHistory changes = new StateHistory(books, clock);
        return new Payments(
                books,
                changes,
                new ExportComparison(books, changes, clock),
                new PaidDebts(books, clock),
                new PaymentsBeforeSending(books, changes, clock));
    }
}
