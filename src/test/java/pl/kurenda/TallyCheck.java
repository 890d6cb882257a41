package pl.kurenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the counters of the pages with a full count. */
public final class TallyCheck {
    private static final String STATES = """
            select concat_ws('/', batch_id, state, sum(reminders), sum(amount)) from state_count
            group by batch_id, state having sum(reminders) <> 0 or sum(amount) <> 0 order by batch_id, state
            """;
    private static final String STATES_IN_FULL = """
            select concat_ws('/', batch_id, counted, n, amount) from (
              select batch_id, cast(if(state in ('CLAIMED', 'SUBMITTING'), 'QUEUED', state) as char) counted,
                count(*) n, sum(amount) amount from reminder group by batch_id, counted
              union all
              select batch_id, 'REJECTED_ROW', count(*), coalesce(sum(amount), 0) from rejected_row group by batch_id) x
            order by batch_id, counted
            """;
    private static final String OUTCOMES = """
            select concat_ws('/', day, source, state, correction, sum(reminders), sum(amount)) from outcome_count
            group by day, source, state, correction having sum(reminders) <> 0 or sum(amount) <> 0
            order by day, source, state, correction
            """;
    private static final String OUTCOMES_IN_FULL = """
            select concat_ws('/', o.day, o.source, o.state, o.correction, count(*), sum(r.amount))
            from outcome o join reminder r on r.id = o.reminder_id
            group by o.day, o.source, o.state, o.correction order by o.day, o.source, o.state, o.correction
            """;
    private static final String REASONS =
            "select concat_ws('/', batch_id, reason, reminders, amount) from reason_tally order by batch_id, reason";
    private static final String REASONS_IN_FULL = """
            select concat_ws('/', r.batch_id, r.reason, count(*), coalesce(sum(r.amount), 0))
            from rejected_row r join batch b on b.id = r.batch_id where b.state <> 'LOADING'
            group by r.batch_id, r.reason order by r.batch_id, r.reason
            """;

    private TallyCheck() {}

    /** Fails where a counter is not what is counted in full. */
    public static void exact(JdbcClient jdbc) {
        assertThat(lines(jdbc, STATES)).as("states").isEqualTo(lines(jdbc, STATES_IN_FULL));
        assertThat(lines(jdbc, OUTCOMES)).as("outcomes").isEqualTo(lines(jdbc, OUTCOMES_IN_FULL));
        assertThat(lines(jdbc, REASONS)).as("reasons").isEqualTo(lines(jdbc, REASONS_IN_FULL));
    }

    /** Counts anew, for a test that has written into the tables of the ledger itself. */
    public static void recount(JdbcClient jdbc) {
        jdbc.sql("delete from tally_change").update();
        jdbc.sql("delete from state_tally").update();
        jdbc.sql("delete from outcome_tally").update();
        jdbc.sql("delete from reason_tally").update();
        for (String statement : fill().split(";\\s*")) {
            jdbc.sql(statement).update();
        }
    }

    /** What the migration does to a database that has reminders already. */
    private static String fill() {
        try {
            String migration =
                    new ClassPathResource("db/migration/V8__tally.sql").getContentAsString(StandardCharsets.UTF_8);
            return migration.substring(migration.indexOf("insert into state_tally"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
