package pl.kurenda.report.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.kurenda.report.core.ReportSettings;

/** Makes the bill of a month from the days that the ledger has already counted. Only finished days are counted. */
@Component
public class Bills {
    private static final String UNTIL = "select max(day) from billed_day where day >= :first and day <= :last";
    private static final String LINES = """
            select source, smsc, price, sum(segments) from billed_tally where day >= :first and day <= :last
            group by source, smsc, price order by source, smsc, price
            """;

    private final JdbcClient jdbc;
    private final BigDecimal vat;

    Bills(JdbcClient jdbc, ReportSettings settings) {
        this.jdbc = jdbc;
        this.vat = settings.report().vat();
    }

    /** The bill of the month so far. */
    public Bill of(YearMonth month) {
        LocalDate first = month.atDay(1);
        LocalDate last = month.atEndOfMonth();
        LocalDate until = jdbc.sql(UNTIL)
                .param("first", first)
                .param("last", last)
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list()
                .get(0);
        List<Bill.Line> lines = jdbc.sql(LINES)
                .param("first", first)
                .param("last", last)
                .query((row, n) ->
                        Bill.Line.of(row.getString(1), row.getString(2), row.getBigDecimal(3), row.getLong(4), vat))
                .list();
        return new Bill(until, lines);
    }
}
