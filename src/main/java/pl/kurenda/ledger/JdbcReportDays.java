package pl.kurenda.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@link ReportDays} in the tables {@code report_day} and {@code source_report}. */
@Component
class JdbcReportDays implements ReportDays {
    private static final String MADE = "select day from report_day where day >= ? and day <= ?";
    private static final String BOOK = """
            insert into report_day (day, made_at, node) values (?, ?, ?)
            on duplicate key update made_at = values(made_at), node = values(node)
            """;

    private static final String HANDED = """
            select revision, sha256 from source_report where source = ? and file_name = ? order by revision desc limit 1
            """;
    private static final String HAND = """
            insert ignore into source_report (source, file_name, revision, sha256, handed_at) values (?, ?, ?, ?, ?)
            """;

    private static final String STANDING =
            "select source, state, reminders, amount from day_standing where day = ? order by source, state";
    private static final String KEEP =
            "insert ignore into day_standing (day, source, state, reminders, amount) values ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String node;

    JdbcReportDays(JdbcClient jdbc, Clock clock, @Value("${kurenda.node:${HOSTNAME:localhost}}") String node) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.node = node;
    }

    @Override
    public NavigableSet<LocalDate> made(LocalDate first, LocalDate last) {
        return new TreeSet<>(
                jdbc.sql(MADE).params(first, last).query(LocalDate.class).list());
    }

    @Override
    public void book(LocalDate day) {
        jdbc.sql(BOOK).params(day, now(), node).update();
    }

    @Override
    public Optional<Handed> handed(String source, String fileName) {
        return jdbc.sql(HANDED)
                .params(source, fileName)
                .query((row, n) -> new Handed(row.getInt(1), row.getString(2)))
                .optional();
    }

    @Override
    public void book(String source, String fileName, Handed file) {
        jdbc.sql(HAND)
                .params(source, fileName, file.revision(), file.sha256(), now())
                .update();
    }

    @Override
    public List<Standing> standing(LocalDate day) {
        return jdbc.sql(STANDING)
                .param(day)
                .query((row, n) -> new Standing(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    /** In one statement: a crash leaves no half of a day. */
    @Override
    public void keep(LocalDate day, List<Standing> standing) {
        if (standing.isEmpty()) {
            return;
        }
        List<Object> values = new ArrayList<>();
        standing.forEach(s -> values.addAll(List.of(day, s.source(), s.state(), s.reminders(), s.grosze())));
        jdbc.sql(KEEP + String.join(", ", Collections.nCopies(standing.size(), "(?, ?, ?, ?, ?)")))
                .params(values)
                .update();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
