package pl.kurenda.report.page;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.format.CsvSink;

/** Reads the audit log: who looked at what and who decided what. It holds no phone number, name or message text. */
@Component
public class AuditTrail {
    private static final List<String> COLUMNS = List.of("at", "who", "action", "reminder", "file", "object", "why");
    private static final int FETCH_SIZE = 1000;
    private static final String ENTRIES = """
            select a.id, a.at, a.who, a.action, a.reminder_id, a.batch_id, b.filed_name, a.object, a.why
            from audit_log a force index (%s) left join batch b on b.id = a.batch_id
            where a.at >= :start and a.at < :end""";
    private static final String NEWEST_FIRST = " order by a.at desc, a.id desc";
    /** Finds older entries. An id identifies an entry, but the list is ordered by time. */
    private static final String OLDER = """
            and a.at <= (select at from audit_log where id = :before)
              and (a.at < (select at from audit_log where id = :before) or a.id < :before)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param clock in the office's time zone */
    AuditTrail(DataSource dataSource, Clock clock) {
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FETCH_SIZE);
        this.jdbc = JdbcClient.create(streaming);
        this.clock = clock;
    }

    /**
     * Search criteria.
     *
     * @param first office day
     * @param last last day, not before the first
     * @param action code of an action, or empty for all
     * @param who user name, or empty for all
     */
    public record Question(LocalDate first, LocalDate last, String action, String who) {}

    /**
     * An entry.
     *
     * @param id its id
     * @param at office time, in whole seconds
     * @param who user name, or command and user of the machine
     * @param action code such as {@code PHONE_SHOWN}
     * @param reminder id of the reminder, or null
     * @param batch id of the file, or null
     * @param file name of the file, or null
     * @param object any other object of the action, or null
     * @param why reason, or null
     */
    public record Entry(
            long id,
            LocalDateTime at,
            String who,
            String action,
            Long reminder,
            Long batch,
            String file,
            String object,
            String why) {}

    /**
     * Returns some of the entries, the newest first.
     *
     * @param before id of the last entry already shown; 0 to start with the newest
     * @param count how many at most
     */
    public List<Entry> page(Question question, long before, int count) {
        Map<String, Object> values = values(question);
        values.put("before", before);
        values.put("count", count);
        String which = where(question) + (before == 0 ? "" : " " + OLDER);
        return jdbc.sql(which + NEWEST_FIRST + " limit :count")
                .params(values)
                .query((row, n) -> entry(row))
                .list();
    }

    /** Writes all matching entries as CSV, the newest first, one row at a time. */
    public void write(Question question, OutputStream out) throws IOException {
        CsvSink sink = new CsvSink(out, COLUMNS);
        jdbc.sql(where(question) + NEWEST_FIRST).params(values(question)).query(row -> {
            Entry entry = entry(row);
            sink.row(
                    entry.at(),
                    entry.who(),
                    entry.action(),
                    entry.reminder(),
                    entry.file(),
                    entry.object(),
                    entry.why());
        });
        sink.close();
    }

    /** The actions found in the log. */
    public List<String> actions() {
        return jdbc.sql("select distinct action from audit_log order by action")
                .query(String.class)
                .list();
    }

    /** Chooses the index with the fewest entries to skip; each index ends with the time. */
    private static String where(Question question) {
        String index = !question.who().isEmpty()
                ? "audit_log_who"
                : question.action().isEmpty() ? "audit_log_at" : "audit_log_action";
        return ENTRIES.formatted(index)
                + (question.action().isEmpty() ? "" : " and a.action = :action")
                + (question.who().isEmpty() ? "" : " and a.who = :who");
    }

    private Map<String, Object> values(Question question) {
        Map<String, Object> values = new HashMap<>();
        values.put("start", new Period(question.first(), clock.getZone()).start());
        values.put("end", new Period(question.last(), clock.getZone()).end());
        values.put("action", question.action());
        values.put("who", question.who());
        return values;
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                new Period(LocalDate.EPOCH, clock.getZone()).local(row.getObject(2, LocalDateTime.class)),
                row.getString(3),
                row.getString(4),
                row.getObject(5, Long.class),
                row.getObject(6, Long.class),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }
}
