package pl.kurenda.ledger;

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
    static Backlog backlog(TestLedger ledger) {
        Books books = ledger.books();
        return new BacklogBooks(books, new Changes(books, ledger.clock));
    }

    /** The failed logins, as a node counts them. */
    static LoginFailures loginFailures(TestLedger ledger) {
        return new LoginBooks(
                ledger.repository(LoginFailureRepository.class),
                ledger.repository(LoginKnownRepository.class),
                ledger.clock);
    }
}
