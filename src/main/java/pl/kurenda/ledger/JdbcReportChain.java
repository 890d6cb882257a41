package pl.kurenda.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@link ReportChain} in table {@code report_chain}. */
@Component
class JdbcReportChain implements ReportChain {
    private static final String LINKS = "select number, day, revision, sha256, text from report_chain ";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcReportChain(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Link> all() {
        return jdbc.sql(LINKS + "order by number").query((row, n) -> link(row)).list();
    }

    @Override
    public Optional<Link> latest(LocalDate day) {
        return jdbc.sql(LINKS + "where day = ? order by revision desc limit 1")
                .param(day)
                .query((row, n) -> link(row))
                .optional();
    }

    @Override
    public Optional<Link> last() {
        return jdbc.sql(LINKS + "order by number desc limit 1")
                .query((row, n) -> link(row))
                .optional();
    }

    @Override
    public void append(Link link) {
        jdbc.sql("insert into report_chain (number, day, revision, sha256, text, made_at) values (?, ?, ?, ?, ?, ?)")
                .params(link.number(), link.day(), link.revision(), link.sha256(), link.text(), Utc.of(clock.instant()))
                .update();
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getInt(1), row.getObject(2, LocalDate.class), row.getInt(3), row.getString(4), row.getString(5));
    }
}
