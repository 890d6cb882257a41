package pl.kurenda.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the report, read from the ledger. */
@Component
final class ReportTables {
    /** Rows in memory at a time; without it the driver would hold the whole result. */
    private static final int FETCH_SIZE = 1000;

    private final JdbcClient jdbc;
    final ReportTable summary;
    final ReportTable outcomes;
    final ReportTable unknown;
    final ReportTable billing;

    ReportTables(DataSource dataSource, ReportSettings settings) {
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FETCH_SIZE);
        jdbc = JdbcClient.create(streaming);
        summary = new SummaryTable(jdbc);
        outcomes = new OutcomeTable(jdbc);
        unknown = new UnknownTable(jdbc);
        billing = new BillingTable(jdbc, settings.report().vat());
    }

    /** The files about a month that the report of a day adds to. */
    List<MonthFile> monthFiles(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        return List.of(new MonthFile("billing", month, month.atEndOfMonth(), billing));
    }

    /** The day of the office on which the first file ever came, if one came. */
    Optional<LocalDate> firstDay(ZoneId office) {
        return jdbc.sql("select min(received_at) from batch")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)))
                .single()
                .map(utc ->
                        utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(office).toLocalDate());
    }
}
