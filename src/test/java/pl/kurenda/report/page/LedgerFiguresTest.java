package pl.kurenda.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.inbox.DeliveryReceipt;
import pl.kurenda.report.page.LedgerFigures.Count;
import pl.kurenda.report.page.LedgerFigures.Snapshot;

class LedgerFiguresTest {
    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void countsWhatThereIs() {
        Instant begun = ledger.clock().instant();
        ledger.load("x.csv", 3);
        ledger.leaveUnknown("u.csv", 2);
        ledger.holdFile("h.csv", 4);
        ledger.run("insert into rejected_row (batch_id, line, reason, raw) "
                + "select min(id), 9, 'PHONE_INVALID', 'x' from batch");
        ledger.run("insert into report_day (day, made_at, node) values ('2026-11-23', utc_timestamp(3), 'n')");
        ledger.receive(ledger.entries(
                List.of(new DeliveryReceipt("smsc", "1", "48501000002", "DELIVERED", null, null, begun))));
        ledger.clock().advance(Duration.ofSeconds(30));
        Snapshot figures = read(false);
        assertThat(figures.rows())
                .contains(new Count("waste", "UNKNOWN", 2), new Count("waste", "REJECTED_ROW", 1))
                .extracting(Count::number)
                .satisfies(all -> assertThat(all.stream().mapToLong(n -> n).sum())
                        .as("every row once")
                        .isEqualTo(3 + 2 + 4 + 1));
        assertThat(figures.rejected()).containsExactly(new Count("waste", "PHONE_INVALID", 1));
        assertThat(figures.files()).contains(new Count("waste", "HELD", 1), new Count("waste", "LOADED", 2));
        assertThat(figures.oldestDue()).containsEntry("waste", begun);
        assertThat(figures.receipts()).isEqualTo(1);
        assertThat(figures.oldestReceipt()).contains(begun);
        assertThat(figures.lastReport()).contains(LocalDate.of(2026, 11, 23));
        assertThat(figures.firstFile()).contains(begun);
    }

    @Test
    void aJointTestWakesNobody() {
        ledger.load("x.csv", 3);
        ledger.leaveUnknown("u.csv", 2);
        ledger.holdFile("h.csv", 4);
        ledger.run("insert into rejected_row (batch_id, line, reason, raw) "
                + "select min(id), 9, 'PHONE_INVALID', 'x' from batch");
        ledger.run("update batch set source = 'waste~sandbox', erasure_waits = true");
        webhook("waste~sandbox");
        Snapshot figures = read(false);
        assertThat(figures.rows()).isEmpty();
        assertThat(figures.rejected()).isEmpty();
        assertThat(figures.files()).isEmpty();
        assertThat(figures.oldestDue()).isEmpty();
        assertThat(figures.waits()).isEqualTo(new LedgerFigures.Waits(List.of(), 0));
    }

    @Test
    void whatCannotBeErasedOrPostedWaitsForAPerson() {
        ledger.load("x.csv", 1);
        ledger.run("update batch set erasure_waits = true");
        webhook("tax,waste");
        assertThat(read(false).waits()).isEqualTo(new LedgerFigures.Waits(List.of(new Count("waste", "WAITS", 1)), 2));
        ledger.run("update webhook set ended_at = utc_timestamp(3)");
        assertThat(read(false).waits().notPosted()).isZero();
    }

    /** Adds a webhook that did not accept two deliveries. */
    private void webhook(String sources) {
        ledger.run("insert into webhook (vendor, url, secret, sources, created_at, created_by, position)"
                + " values ('v', 'https://v.example/', 's', '" + sources + "', utc_timestamp(3), 'ewa', 0)");
        ledger.run("insert into webhook_delivery (webhook_id, after_position, to_position, state, next_at, created_at)"
                + " select w.id, 0, 1, s.state, utc_timestamp(3), utc_timestamp(3) from webhook w,"
                + " (select 'DEAD' state union all select 'DEAD' union all select 'DELIVERED') s");
    }

    @Test
    void anEmptyLedgerHasNothingToTell() {
        Snapshot figures = read(false);
        assertThat(figures.rows()).isEmpty();
        assertThat(figures.oldestDue()).isEmpty();
        assertThat(figures.oldestReceipt()).isEmpty();
        assertThat(figures.lastReport()).isEmpty();
        assertThat(figures.firstFile()).isEmpty();
    }

    @Test
    void whatOnlyADemoMayBeSentDoesNotWait() {
        ledger.load("x.csv", 1);
        assertThat(read(true).oldestDue()).isEmpty();
    }

    @Test
    void itsCostDoesNotGrowWithTheReminders() throws Exception {
        ledger.load("x.csv", 3000);
        try (Connection one = ledger.dataSource().getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(one, true));
            jdbc.sql("flush status").update();
            new LedgerFigures(jdbc, false, ledger.clock()).read();
            long rows = jdbc
                    .sql("show session status like 'Handler_read%'")
                    .query((row, n) -> Long.parseLong(row.getString(2)))
                    .list()
                    .stream()
                    .mapToLong(n -> n)
                    .sum();
            assertThat(rows).as("rows read").isBetween(1L, 500L);
        }
    }

    private Snapshot read(boolean demo) {
        return new LedgerFigures(JdbcClient.create(ledger.dataSource()), demo, ledger.clock()).read();
    }
}
