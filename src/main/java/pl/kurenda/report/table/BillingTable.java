package pl.kurenda.report.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.core.ReportTable;
import pl.kurenda.report.core.RowSink;
import pl.kurenda.report.page.Bill;

/**
 * What the operators will charge for the month up to the end of the day: accepted segments by source, account and
 * price, priced as {@link Bill} prices the page counters. The total is the sum of the lines. If no segment has its own
 * price, as in older data, the bill is grouped by source and price alone, so that remaking an old day gives the same
 * bill.
 */
final class BillingTable implements ReportTable {
    private static final List<String> COLUMNS =
            List.of("source", "smsc", "month", "messages", "segments", "price", "net", "vat percent", "vat", "gross");
    private static final int SMSC = 1;

    private static final String ACCEPTED = """
            from segment s join reminder r on r.id = s.reminder_id
            where s.answered_at >= ? and s.answered_at < ? and s.message_id is not null
              and r.source not like '%~sandbox'""";
    private static final String PRICED = """
            select s.reminder_id from segment s where s.answered_at >= ? and s.answered_at < ? and s.price is not null limit 1
            """;
    private static final String BY_ACCOUNT = """
            select source, smsc, each_at, count(distinct reminder_id), count(*) from (
              select r.source, s.smsc, s.reminder_id, coalesce(s.price, round(r.cost / r.segments, 4)) each_at %s) accepted
            group by source, smsc, each_at order by source, smsc, each_at
            """.formatted(ACCEPTED);
    private static final String OF_BEFORE = """
            select source, null, each_at, count(distinct reminder_id), count(*) from (
              select r.source, s.reminder_id, round(r.cost / r.segments, 4) each_at %s) accepted
            group by source, each_at order by source, each_at
            """.formatted(ACCEPTED);

    private final JdbcClient jdbc;
    private final BigDecimal vat;

    /** @param vat VAT in percent */
    BillingTable(JdbcClient jdbc, BigDecimal vat) {
        this.jdbc = jdbc;
        this.vat = vat;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> columns(Period period) {
        List<String> columns = new ArrayList<>(COLUMNS);
        if (!byAccount(period)) {
            columns.remove(SMSC);
        }
        return columns;
    }

    private boolean byAccount(Period period) {
        return jdbc.sql(PRICED)
                .params(period.monthStart(), period.end())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    @Override
    public void rows(Period period, RowSink sink) {
        boolean byAccount = byAccount(period);
        List<Line> lines = jdbc.sql(byAccount ? BY_ACCOUNT : OF_BEFORE)
                .params(period.monthStart(), period.end())
                .query((row, n) -> new Line(
                        row.getLong(4),
                        Bill.Line.of(row.getString(1), row.getString(2), row.getBigDecimal(3), row.getLong(5), vat)))
                .list();
        lines.forEach(line -> write(line.bill().source(), line, period, byAccount, sink));
        write("total", lines.stream().reduce(Line.NONE, Line::plus), period, byAccount, sink);
    }

    private void write(String source, Line line, Period period, boolean byAccount, RowSink sink) {
        Bill.Line bill = line.bill();
        List<Object> cells = new ArrayList<>(Arrays.asList(
                source,
                bill.smsc(),
                period.month().toString(),
                line.messages(),
                bill.segments(),
                bill.price(),
                bill.net(),
                vat,
                bill.vat(),
                bill.gross()));
        if (!byAccount) {
            cells.remove(SMSC);
        }
        sink.row(cells.toArray());
    }

    private record Line(long messages, Bill.Line bill) {
        static final Line NONE = new Line(0, Bill.Line.NONE);

        Line plus(Line other) {
            return new Line(messages + other.messages, bill.plus(other.bill));
        }
    }
}
