package pl.kurenda.ledger;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.report.BilledDays;

/** Lets a test of another package count the segments of days that are over, as upkeep does. */
public final class BilledDaysFixture {
    private static final int ROUNDS = 4;

    private BilledDaysFixture() {}

    /** Counts the days that are over by that clock, in its zone (the zone of the office); at most a month of days. */
    public static void count(DataSource dataSource, Clock clock) {
        BilledDays days =
                new BilledDays(new LedgerJdbc(dataSource, null, new JdbcTransactionManager(dataSource)), clock);
        for (int i = 0; i < ROUNDS; i++) {
            days.count();
        }
    }
}
