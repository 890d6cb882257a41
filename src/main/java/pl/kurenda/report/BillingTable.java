package pl.kurenda.report;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the operator will charge for the month up to the end of the day: the segments the SMSC accepted, by source and
 * price, priced as {@link Bill} prices the counters of the page. The total is the sum of the lines.
 */
final class BillingTable implements ReportTable {
    private static final List<String> COLUMNS =
            List.of("source", "month", "messages", "segments", "price", "net", "vat percent", "vat", "gross");
    private static final String ROWS = """
            select source, price, count(distinct reminder_id), count(*) from (
              select r.source, s.reminder_id, round(r.cost / r.segments, 4) price
              from segment s join reminder r on r.id = s.reminder_id
              where s.answered_at >= ? and s.answered_at < ? and s.message_id is not null
                and r.source not like '%~sandbox') accepted
            group by source, price order by source, price
            """;

    private final JdbcClient jdbc;
    private final BigDecimal vat;

    /** @param vat percent */
    BillingTable(JdbcClient jdbc, BigDecimal vat) {
        this.jdbc = jdbc;
        this.vat = vat;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void rows(Period period, RowSink sink) {
        List<Line> lines = jdbc.sql(ROWS)
                .params(period.monthStart(), period.end())
                .query((row, n) -> new Line(
                        row.getLong(3), Bill.Line.of(row.getString(1), row.getBigDecimal(2), row.getLong(4), vat)))
                .list();
        lines.forEach(line -> write(line.bill().source(), line, period, sink));
        write("total", lines.stream().reduce(Line.NONE, Line::plus), period, sink);
    }

    private void write(String source, Line line, Period period, RowSink sink) {
        Bill.Line bill = line.bill();
        sink.row(
                source,
                period.month().toString(),
                line.messages(),
                bill.segments(),
                bill.price(),
                bill.net(),
                vat,
                bill.vat(),
                bill.gross());
    }

    private record Line(long messages, Bill.Line bill) {
        static final Line NONE = new Line(0, Bill.Line.NONE);

        Line plus(Line other) {
            return new Line(messages + other.messages, bill.plus(other.bill));
        }
    }
}
