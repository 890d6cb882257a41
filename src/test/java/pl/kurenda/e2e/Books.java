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

    /** Puts a file with one reminder there, of which nobody knows whether it went out. */
    void unknown(long id) {
        jdbc.sql("""
                        insert into batch (id, source, file_name, filed_name, sha256, size_bytes, file_modified, charset,
                          cell_delimiter, state, demo, open, node, fence, received_at)
                        values (1, 'waste', 'x.csv', 'x.csv', repeat('0', 64), 1, utc_timestamp(3), 'UTF-8', ';',
                          'LOADED', false, true, 'gone', 1, utc_timestamp(3))""").update();
        jdbc.sql("""
                        insert into reminder (id, batch_id, line, source, state, reason, state_at, debt_key, stage,
                          msisdn, masked_phone, amount, sender, text, alphabet, segments, cost, not_before, not_after,
                          node, fence, attempts)
                        values (?, 1, 2, 'waste', 'UNKNOWN', 'NODE_DIED', utc_timestamp(3), repeat('x', 32), 'due',
                          '48600000000', '+48 *** *** 000', 1250, 'GMINA', 'text', 'GSM7', 1, 0.07, utc_timestamp(3),
                          utc_timestamp(3) + interval 1 day, 'gone', 1, 1)""").param(id).update();
    }

    /** Whether nothing moves any more: everything is final, or of unknown fate. */
    boolean settled() {
        return number("select count(*) from batch where state = 'LOADING'") == 0 && number("""
                                select count(*) from reminder
                                where state in ('HELD', 'QUEUED', 'CLAIMED', 'SUBMITTING', 'ENROUTE')""") == 0;
    }
}
