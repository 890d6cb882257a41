package pl.kurenda.report.core;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Creates the lock of a node. */
public final class ReportLockFixture {
    private ReportLockFixture() {}

    /** Returns a lock on this database. */
    public static ReportLock on(DataSource dataSource) {
        return new ReportLock(new JdbcTemplate(dataSource));
    }
}
