package pl.kurenda.ledger;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import pl.kurenda.ledger.core.Books;
import pl.kurenda.ledger.core.Changes;
import pl.kurenda.ledger.privacy.ErasedKeys;
import pl.kurenda.ledger.privacy.Leftovers;
import pl.kurenda.ledger.privacy.Retention;

/** Makes the retention of a database. */
public final class TestRetention {
    private TestRetention() {}

    /** Without Hibernate, of which it has no need. */
    public static Retention on(DataSource dataSource, Clock clock) {
        return of(new Books(dataSource, null, new JdbcTransactionManager(dataSource)), clock);
    }

    static Retention of(Books books, Clock clock) {
        return new Retention(books, new Changes(books, clock), new ErasedKeys(books), new Leftovers(books));
    }
}
