package pl.kurenda.report.effect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.kurenda.report.core.FirstDay;

/** The tables that hold the last computed figures. */
@Component
class EffectArchive {
    private static final String LINE = """
            insert into effect_line values (:month, :number, :source, :template, :segments, :sent, :amount, :cost, :paid3, :paid7,
              :paid14, :paid30, :partly, :recovered3, :recovered7, :recovered14, :recovered30, :assigned, :assignedPaid, :heldOut,
              :heldOutPaid)""";
    /** By source, as the index has it; there are few sources. */
    private static final String PAID_SINCE = """
            select exists (
              select 1 from (select distinct source from payment) s straight_join payment p force index (payment_source)
                on p.source = s.source and p.booked_at >= :since
              where p.debt_key is not null and p.paid_on >= :first and p.paid_on <= :last)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    EffectArchive(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The office day on which the first file arrived. */
    Optional<LocalDate> firstDay(ZoneId office) {
        return FirstDay.of(jdbc, office);
    }

    Optional<LocalDateTime> asOf(YearMonth month) {
        return jdbc.sql("select as_of from effect_month where month = :month")
                .param("month", month.toString())
                .query(LocalDateTime.class)
                .optional();
    }

    /** Whether a payment made on these days was booked since then. */
    boolean paidSince(LocalDateTime since, LocalDate first, LocalDate last) {
        return jdbc.sql(PAID_SINCE)
                .param("since", since)
                .param("first", first)
                .param("last", last)
                .query(Boolean.class)
                .single();
    }

    /** Reads the month and its lines in one view. */
    Optional<EffectBook.Kept> read(YearMonth month) {
        return transaction.execute(status -> asOf(month)
                .map(asOf -> new EffectBook.Kept(
                        asOf.toInstant(ZoneOffset.UTC),
                        jdbc.sql("select * from effect_line where month = :month order by number")
                                .param("month", month.toString())
                                .query((row, n) -> line(row))
                                .list())));
    }

    void write(YearMonth month, LocalDateTime asOf, List<EffectLine> lines) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("replace into effect_month (month, as_of) values (:month, :asOf)")
                    .param("month", month.toString())
                    .param("asOf", asOf)
                    .update();
            jdbc.sql("delete from effect_line where month = :month")
                    .param("month", month.toString())
                    .update();
            for (int number = 0; number < lines.size(); number++) {
                insert(month, number, lines.get(number));
            }
        });
    }

    private void insert(YearMonth month, int number, EffectLine line) {
        JdbcClient.StatementSpec insert = jdbc.sql(LINE)
                .param("month", month.toString())
                .param("number", number)
                .param("source", line.source())
                .param("template", line.template())
                .param("segments", line.segments())
                .param("sent", line.sent())
                .param("amount", line.amount())
                .param("cost", line.cost())
                .param("partly", line.partly());
        for (int i = 0; i < EffectLine.DAYS.size(); i++) {
            insert = insert.param("paid" + EffectLine.DAYS.get(i), line.paid().get(i))
                    .param(
                            "recovered" + EffectLine.DAYS.get(i),
                            line.recovered().get(i));
        }
        Uplift uplift = line.uplift();
        insert.param("assigned", uplift == null ? null : uplift.assigned())
                .param("assignedPaid", uplift == null ? null : uplift.assignedPaid())
                .param("heldOut", uplift == null ? null : uplift.heldOut())
                .param("heldOutPaid", uplift == null ? null : uplift.heldOutPaid())
                .update();
    }

    private static EffectLine line(ResultSet row) throws SQLException {
        long assigned = row.getLong("assigned");
        Uplift uplift = row.wasNull()
                ? null
                : new Uplift(
                        assigned, row.getLong("assigned_paid"), row.getLong("held_out"), row.getLong("held_out_paid"));
        return new EffectLine(
                row.getString("source"),
                row.getString("template"),
                row.getInt("segments"),
                row.getLong("sent"),
                row.getLong("amount"),
                row.getBigDecimal("cost"),
                each(row, "paid"),
                row.getLong("partly"),
                each(row, "recovered"),
                uplift);
    }

    private static List<Long> each(ResultSet row, String column) throws SQLException {
        return List.of(
                row.getLong(column + 3), row.getLong(column + 7), row.getLong(column + 14), row.getLong(column + 30));
    }
}
