package pl.kurenda.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import pl.kurenda.TallyCheck;

/** Looks into the daemon's database from outside. */
final class DatabaseView {
    private final JdbcClient jdbc;

    DatabaseView(String url) {
        this.jdbc = JdbcClient.create(new DriverManagerDataSource(url, "root", ""));
    }

    void run(String statement) {
        jdbc.sql(statement).update();
    }

    /** How many reminders are in each state. */
    Map<String, Long> states() {
        return count("select state, count(*) from reminder group by state");
    }

    /** How many reminders of the youngest file are in each state. */
    Map<String, Long> statesOfLastFile() {
        return count(
                "select state, count(*) from reminder where batch_id = (select max(id) from batch) group by state");
    }

    private Map<String, Long> count(String sql) {
        Map<String, Long> states = new TreeMap<>();
        jdbc.sql(sql).query(rs -> {
            states.put(rs.getString(1), rs.getLong(2));
        });
        return states;
    }

    /** Fails unless the counters of the pages are what a full count says; what is on its way to them may take a moment. */
    void countersAreExact() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> TallyCheck.exactWithMinutes(jdbc));
    }

    long inState(String state) {
        return statesOfLastFile().getOrDefault(state, 0L);
    }

    /** Whether all of the youngest file has been submitted, or is of unknown fate. */
    boolean lastFileSent() {
        return number("select count(*) from batch where state = 'LOADING'") == 0
                && inState("QUEUED") + inState("CLAIMED") + inState("SUBMITTING") == 0;
    }

    /**
     * How many transactions wait for a row that another one holds. InnoDB makes that list anew only when nobody has read it for a
     * tenth of a second: who asks more often is told the same for ever.
     */
    long waitingForRows() {
        execute("do sleep(0.15)");
        return number("select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'");
    }

    String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    void execute(String sql) {
        jdbc.sql(sql).update();
    }

    /** Each reminder as far as an audit needs it. */
    List<Sent> reminders() {
        return jdbc.sql("select msisdn, segments, state from reminder")
                .query((rs, n) -> new Sent(rs.getString(1), rs.getInt(2), rs.getString(3)))
                .list();
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
                          fence, attempts)
                        values (?, 1, 2, 'waste', 'UNKNOWN', 'NODE_DIED', utc_timestamp(3), repeat('x', 32), 'due',
                          '48600000000', '+48 *** *** 000', 1250, 'GMINA', 'text', 'GSM7', 1, 0.07, utc_timestamp(3),
                          utc_timestamp(3) + interval 1 day, 1, 1)""").param(id).update();
    }

    /** Whether nothing moves any more: everything is final, or of unknown fate. */
    boolean settled() {
        return number("select count(*) from batch where state = 'LOADING'") == 0 && number("""
                                select count(*) from reminder
                                where state in ('HELD', 'QUEUED', 'CLAIMED', 'SUBMITTING', 'ENROUTE')""") == 0;
    }

    /** A reminder: whom it goes to, in how many segments, and how it stands. */
    record Sent(String msisdn, int segments, String state) {}
}
