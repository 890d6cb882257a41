package pl.kurenda.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.TallyCheck;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.report.LedgerRows;
import pl.kurenda.report.page.Totals.Sum;

class OverviewTest {

    @TempDir
    Path home;

    @Test
    void latestFilesAndTheDaySoFar() {
        DataSource dataSource = DatabaseFixture.migrated();
        LedgerRows ledger = new LedgerRows(dataSource);
        try (ReportNode node = new ReportNode(dataSource, home, "2026-11-24T12:00:00")) {
            assertThat(node.overview().latestFiles(5)).isEmpty();
            assertThat(node.overview().today())
                    .isEqualTo(new Totals(LocalDate.of(2026, 11, 24), 0, Sum.NONE, Map.of()));

            long old = ledger.file("tax", "old.csv", "2026-11-23T22:59:59.999");
            ledger.reminder(old, 2, "DELIVERED", 1);
            long early = ledger.file("tax", "early.csv", "2026-11-23T23:00:00");
            ledger.reminder(early, 2, "QUEUED", 10);
            ledger.reminder(early, 3, "QUEUED", 20);
            ledger.reminder(early, 4, "UNKNOWN", 40);
            ledger.rejected(early, 5, 300L);
            ledger.rejected(early, 6, null);
            long empty = ledger.file("water", "empty.csv", "2026-11-24T08:00:00");

            long confirmation = ledger.file("opt-out", "stop-1", "2026-11-24T08:30:00");
            ledger.reminder(confirmation, 1, "DELIVERED", 5);

            TallyCheck.recount(JdbcClient.create(dataSource));
            assertThat(node.overview().latestFiles(2))
                    .containsExactly(
                            new FileOverview(
                                    empty,
                                    "water",
                                    "empty.csv",
                                    Instant.parse("2026-11-24T08:00:00Z"),
                                    "LOADED",
                                    true,
                                    0,
                                    0,
                                    Map.of()),
                            new FileOverview(
                                    early,
                                    "tax",
                                    "early.csv",
                                    Instant.parse("2026-11-23T23:00:00Z"),
                                    "LOADED",
                                    true,
                                    5,
                                    2,
                                    Map.of(ReminderState.QUEUED, 2L, ReminderState.UNKNOWN, 1L)));
            assertThat(node.overview().latestFiles(9)).hasSize(3);
            Totals today = node.overview().today();
            assertThat(today.files()).isEqualTo(2);
            assertThat(today.of(ReminderState.QUEUED)).isEqualTo(new Sum(2, 30));
            assertThat(today.of(ReminderState.DELIVERED)).isEqualTo(Sum.NONE);
            assertThat(today.rejected()).isEqualTo(new Sum(2, 300));
            assertThat(today.all()).isEqualTo(new Sum(5, 370));
        }
    }

    @Test
    void aFileIsOfTheDayOnWhichItWasCompleteAsInTheSummary() {
        DataSource dataSource = DatabaseFixture.migrated();
        LedgerRows ledger = new LedgerRows(dataSource);
        JdbcClient jdbc = JdbcClient.create(dataSource);
        try (ReportNode node = new ReportNode(dataSource, home, "2026-11-24T12:00:00")) {
            ledger.file("tax", "midnight.csv", "2026-11-23T22:59:59");
            jdbc.sql("update batch set state = 'LOADING', loaded_at = null").update();
            jdbc.sql("insert into reason_tally values (1, 'PHONE_INVALID', 3, 700)")
                    .update();
            LocalDate day = LocalDate.of(2026, 11, 23);
            assertThat(node.months().day(day).days().get(0).files()).isEqualTo(1);
            jdbc.sql("update batch set state = 'LOADED', loaded_at = '2026-11-23 23:00:00'")
                    .update();
            assertThat(node.months().day(day).days().get(0).files()).isZero();
            assertThat(node.months().day(day).reasons()).isEmpty();
            assertThat(node.months().day(day.plusDays(1)).days().get(0).files()).isEqualTo(1);
            assertThat(node.months().day(day.plusDays(1)).reasons()).hasSize(1);
        }
    }

    @Test
    void theRateOfTheMinuteThatRunsAndTheFourBefore() {
        DataSource dataSource = DatabaseFixture.migrated();
        JdbcClient jdbc = JdbcClient.create(dataSource);
        try (ReportNode node = new ReportNode(dataSource, home, "2026-11-24T12:00:30")) {
            assertThat(node.overview().sentAMinute(5)).isZero();
            jdbc.sql("insert into send_tally values ('2026-11-24 10:55:00', 900), ('2026-11-24 10:56:00', 100)")
                    .update();
            jdbc.sql("""
                    insert into tally_change (id, batch_id, source, at, from_state, to_state, reminders, amount) values
                    (1, 1, 'waste', '2026-11-24 11:00:29.999', 'QUEUED', 'ENROUTE', 350, 0),
                    (2, 1, 'waste', '2026-11-24 11:00:29.999', 'ENROUTE', 'DELIVERED', 70, 0)""").update();
            assertThat(node.overview().sentAMinute(5)).as("450 in 4.5 minutes").isEqualTo(100);
        }
    }
}
