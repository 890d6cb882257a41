package pl.kurenda.ledger;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.privacy.ErasedKeys;
import pl.kurenda.ledger.privacy.OrphanedNumbers;
import pl.kurenda.ledger.privacy.Retention;

/** Creates the retention of a database. */
public final class RetentionFixture {
    private RetentionFixture() {}

    /** Works without Hibernate, which it does not need. */
    public static Retention on(DataSource dataSource, Clock clock) {
        return of(new LedgerJdbc(dataSource, null, new JdbcTransactionManager(dataSource)), clock);
    }

    static Retention of(LedgerJdbc books, Clock clock) {
        return new Retention(books, new StateHistory(books, clock), new ErasedKeys(books), new OrphanedNumbers(books));
    }
}
