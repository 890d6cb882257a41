package pl.kurenda.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the operator will charge for the month up to the end of the day: the segments the SMSC accepted, by source and
 * price. Each line is rounded to the grosz, half up; the total is the sum of the lines.
 */
final class BillingTable implements ReportTable {
    private static final List<String> COLUMNS =
            List.of("source", "month", "messages", "segments", "price", "net", "vat percent", "vat", "gross");
    private static final String ROWS = """
            select source, price, count(distinct reminder_id), count(*) from (
              select r.source, s.reminder_id, round(r.cost / r.segments, 4) price
              from segment s join reminder r on r.id = s.reminder_id
              where s.answered_at >= ? and s.answered_at < ? and s.message_id is not null) accepted
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
                .query((row, n) -> line(row.getString(1), row.getBigDecimal(2), row.getLong(3), row.getLong(4)))
                .list();
        String month = period.month().toString();
        lines.forEach(line -> line.writeTo(sink, month, vat));
        lines.stream().reduce(Line.NONE, Line::plus).writeTo(sink, month, vat);
    }

    private Line line(String source, BigDecimal price, long messages, long segments) {
        BigDecimal net = price.multiply(BigDecimal.valueOf(segments)).setScale(2, RoundingMode.HALF_UP);
        BigDecimal tax = net.multiply(vat).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        return new Line(source, price, messages, segments, net, tax);
    }

    private record Line(String source, BigDecimal price, long messages, long segments, BigDecimal net, BigDecimal tax) {
        private static final BigDecimal ZERO = BigDecimal.valueOf(0, 2);
        static final Line NONE = new Line("total", null, 0, 0, ZERO, ZERO);

        Line plus(Line other) {
            return new Line(
                    source,
                    price,
                    messages + other.messages,
                    segments + other.segments,
                    net.add(other.net),
                    tax.add(other.tax));
        }

        void writeTo(RowSink sink, String month, BigDecimal vat) {
            sink.row(source, month, messages, segments, price, net, vat, tax, net.add(tax));
        }
    }
}
