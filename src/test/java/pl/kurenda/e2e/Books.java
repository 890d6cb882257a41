package pl.kurenda.e2e;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Looks into the daemon's database from outside. */
final class Books {
    private final JdbcClient jdbc;

    Books(String url) {
        this.jdbc = JdbcClient.create(new DriverManagerDataSource(url, "root", ""));
    }

    /** How many reminders are in each state. */
    Map<String, Long> states() {
        Map<String, Long> states = new TreeMap<>();
        jdbc.sql("select state, count(*) from reminder group by state").query(rs -> {
            states.put(rs.getString(1), rs.getLong(2));
        });
        return states;
    }

    long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** Whether nothing moves any more: everything is final, or of unknown fate. */
    boolean settled() {
        return number("select count(*) from batch where state = 'LOADING'") == 0 && number("""
                                select count(*) from reminder
                                where state in ('HELD', 'QUEUED', 'CLAIMED', 'SUBMITTING', 'ENROUTE')""") == 0;
    }
}
