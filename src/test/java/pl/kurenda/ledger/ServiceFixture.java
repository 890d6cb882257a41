package pl.kurenda.ledger;

import pl.kurenda.ledger.core.AuditLog;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.login.JpaLoginFailures;
import pl.kurenda.ledger.login.LoginFailures;
import pl.kurenda.ledger.privacy.ErasedKeys;
import pl.kurenda.ledger.privacy.Persons;
import pl.kurenda.ledger.privacy.Retention;
import pl.kurenda.ledger.read.Backlog;
import pl.kurenda.ledger.read.JdbcBacklog;

/** The parts of the ledger for persons, logins and the backlog, on the database of a {@link LedgerFixture}. */
public final class ServiceFixture {
    private ServiceFixture() {}

    /** The service that erases personal data. */
    public static Retention retention(LedgerFixture ledger) {
        return RetentionFixture.of(ledger.books(), ledger.clock);
    }

    /** The data of one person, as a command finds and erases it. */
    public static Persons persons(LedgerFixture ledger) {
        LedgerJdbc books = ledger.books();
        AuditLog audit = ledger.audit();
        return new Persons(books, audit, ledger.decisions(), ledger.optOuts(), new ErasedKeys(books), ledger.clock);
    }

    /** The backlog. */
    public static Backlog backlog(LedgerFixture ledger) {
        LedgerJdbc books = ledger.books();
        return new JdbcBacklog(books, new StateHistory(books, ledger.clock));
    }

    /** The failed logins, as a node counts them. */
    public static LoginFailures loginFailures(LedgerFixture ledger) {
        return ledger.make(JpaLoginFailures.class, ledger.clock);
    }
}
