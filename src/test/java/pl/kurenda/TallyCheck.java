package pl.kurenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

    private static final String BILLED =
            "select concat_ws('/', source, smsc, price, segments) from billed_tally where day = ? order by 1";
    private static final String BILLED_IN_FULL = """
            select concat_ws('/', source, smsc, each_at, count(*)) from (
              select r.source, s.smsc, coalesce(s.price, round(r.cost / r.segments, 4)) each_at
              from segment s join reminder r on r.id = s.reminder_id
              where s.answered_at >= ? and s.answered_at < ? and s.message_id is not null
                and r.source not like '%~sandbox') x
            group by source, smsc, each_at order by 1
            """;
    private static final ZoneId OFFICE = ZoneId.of("Europe/Warsaw");
    private static final String SENT = """
            select concat_ws('/', minute, sum(reminders)) from send_count
            where minute >= (select min(minute) from send_count) group by minute order by minute
            """;
    private static final String SENT_IN_FULL = """
            select concat_ws('/', cast(date_format(at, '%Y-%m-%d %H:%i:00') as datetime), count(*)) from history
            where to_state = 'ENROUTE' and at >= (select min(minute) from send_count)
            group by date_format(at, '%Y-%m-%d %H:%i:00') order by 1
            """;

    private TallyCheck() {}

    /** Fails if a counter differs from the full count. */
    public static void exact(JdbcClient jdbc) {
        assertThat(lines(jdbc, STATES)).as("states").isEqualTo(lines(jdbc, STATES_IN_FULL));
        assertThat(lines(jdbc, OUTCOMES)).as("outcomes").isEqualTo(lines(jdbc, OUTCOMES_IN_FULL));
        assertThat(lines(jdbc, REASONS)).as("reasons").isEqualTo(lines(jdbc, REASONS_IN_FULL));
        billed(jdbc);
    }

    /**
     * The same, and also checks how many reminders were accepted in each minute. For a ledger that only the product has
     * written.
     */
    public static void exactWithMinutes(JdbcClient jdbc) {
        exact(jdbc);
        assertThat(lines(jdbc, SENT)).as("sent").isEqualTo(lines(jdbc, SENT_IN_FULL));
    }

    private static void billed(JdbcClient jdbc) {
        for (LocalDate day :
                jdbc.sql("select day from billed_day").query(LocalDate.class).list()) {
            List<String> full = jdbc.sql(BILLED_IN_FULL)
                    .params(midnight(day), midnight(day.plusDays(1)))
                    .query(String.class)
                    .list();
            assertThat(jdbc.sql(BILLED).param(day).query(String.class).list())
                    .as("bill of " + day)
                    .isEqualTo(full);
        }
    }

    private static LocalDateTime midnight(LocalDate day) {
        return LocalDateTime.ofInstant(day.atStartOfDay(OFFICE).toInstant(), ZoneOffset.UTC);
    }

    /** Recounts, for a test that has written into the tables of the ledger itself. */
    public static void recount(JdbcClient jdbc) {
        jdbc.sql("delete from tally_change").update();
        jdbc.sql("delete from state_tally").update();
        jdbc.sql("delete from outcome_tally").update();
        jdbc.sql("delete from reason_tally").update();
        for (String statement : fill().split(";\\s*")) {
            jdbc.sql(statement).update();
        }
    }

    /** What the migration does to a database that already has reminders. */
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
