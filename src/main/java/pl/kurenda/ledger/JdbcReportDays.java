package pl.kurenda.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@link ReportDays} in table {@code report_day}. */
@Component
class JdbcReportDays implements ReportDays {
    private static final String MADE = "select day from report_day where day >= ? and day <= ?";
    private static final String BOOK = """
            insert into report_day (day, made_at, node) values (?, ?, ?)
            on duplicate key update made_at = values(made_at), node = values(node)
            """;

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
        jdbc.sql(BOOK)
                .params(day, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), node)
                .update();
    }
}
