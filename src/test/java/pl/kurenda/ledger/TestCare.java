package pl.kurenda.ledger;

import pl.kurenda.ledger.core.AuditLog;
import pl.kurenda.ledger.core.Books;
import pl.kurenda.ledger.core.Changes;
import pl.kurenda.ledger.login.LoginBooks;
import pl.kurenda.ledger.login.LoginFailureRepository;
import pl.kurenda.ledger.login.LoginFailures;
import pl.kurenda.ledger.login.LoginKnownRepository;
import pl.kurenda.ledger.privacy.ErasedKeys;
import pl.kurenda.ledger.privacy.Persons;
import pl.kurenda.ledger.privacy.Retention;
import pl.kurenda.ledger.read.Backlog;
import pl.kurenda.ledger.read.BacklogBooks;

/** What of the ledger sees to persons, logins and the backlog, on the database of a {@link TestLedger}. */
public final class TestCare {
    private TestCare() {}

    /** What erases personal data. */
    public static Retention retention(TestLedger ledger) {
        return TestRetention.of(ledger.books(), ledger.clock);
    }

    /** The data of one person, as a command finds and erases it. */
    public static Persons persons(TestLedger ledger) {
        Books books = ledger.books();
        AuditLog audit = ledger.audit();
        return new Persons(books, audit, ledger.decisions(), ledger.optOuts(), new ErasedKeys(books), ledger.clock);
    }

    /** What waits. */
    public static Backlog backlog(TestLedger ledger) {
        Books books = ledger.books();
        return new BacklogBooks(books, new Changes(books, ledger.clock));
    }

    /** The failed logins, as a node counts them. */
    public static LoginFailures loginFailures(TestLedger ledger) {
        return new LoginBooks(
                ledger.repository(LoginFailureRepository.class),
                ledger.repository(LoginKnownRepository.class),
                ledger.clock);
    }
}
