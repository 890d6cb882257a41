package pl.kurenda.report.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.report.LedgerRows;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.page.ReportNode;

/** Reminders of 2 November, 100 PLN each, and payments of their debts, queried at the end of December. */
class EffectTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @TempDir
    Path home;

    private DataSource dataSource;
    private LedgerRows ledger;
    private ReportNode node;
    private long batch;

    @BeforeEach
    void open() {
        dataSource = DatabaseFixture.migrated();
        ledger = new LedgerRows(dataSource);
        node = new ReportNode(dataSource, home, "2026-12-31T12:00:00", "kurenda.report.letter-cost=4.90");
        batch = ledger.file("tax", "tax.csv", "2026-11-02T08:00:00");
        sql("update batch set template = '{amount} zl'");
    }

    /** Checks that the figures stored for the page equal a full count. */
    @AfterEach
    void close() {
        node.effects().refresh();
        for (YearMonth month : List.of(NOVEMBER, NOVEMBER.plusMonths(1))) {
            assertThat(node.effects().of(month).orElseThrow().lines())
                    .isEqualTo(node.effect().now(month));
        }
        node.close();
    }

    @Test
    void aMonthIsCountedAnewWhenPaymentsOfItWereBookedAndOnceADayWhileItMayChange() {
        sent(1, "a", "2026-11-02T09:00:00");
        node.setClock("2026-11-10T12:00:00");
        node.effects().refresh();
        assertThat(node.effects().of(NOVEMBER).orElseThrow().lines()).isEmpty();
        node.setClock("2026-11-10T13:00:00");
        paid("a", LocalDate.of(2026, 11, 4), 10_000, "FILE", 1);
        sql("update payment set booked_at = '2026-11-10 11:45:00'");
        node.effects().refresh();
        assertThat(node.effects().of(NOVEMBER).orElseThrow().lines()).hasSize(3);
        sent(2, "b", "2026-11-10T13:00:00");
        node.setClock("2026-11-10T23:59:00");
        node.effects().refresh();
        assertThat(node.effects().of(NOVEMBER).orElseThrow().lines().get(2).sent())
                .isEqualTo(1);
        node.setClock("2026-11-11T00:10:00");
        node.effects().refresh();
        assertThat(node.effects().of(NOVEMBER).orElseThrow().lines().get(2).sent())
                .isEqualTo(2);
        node.setClock("2026-12-31T12:00:00");
    }

    @ParameterizedTest
    @CsvSource({
        // date, amount, origin: paid within 3, 7, 14, 30 days, in part, recovered within 30 days
        "2026-11-01, 10000, FILE,   0, 0, 0, 0, 0,     0",
        "2026-11-02, 10000, FILE,   1, 1, 1, 1, 0, 10000",
        "2026-11-05, 10000, EXPORT, 1, 1, 1, 1, 0, 10000",
        "2026-11-06, 10000, EXPORT, 0, 1, 1, 1, 0, 10000",
        "2026-11-10, 10000, FILE,   0, 0, 1, 1, 0, 10000",
        "2026-12-02, 10000, FILE,   0, 0, 0, 1, 0, 10000",
        "2026-12-03, 10000, FILE,   0, 0, 0, 0, 0,     0",
        "2026-11-05,  9999, FILE,   0, 0, 0, 0, 1,  9999",
        "2026-11-05, 20000, FILE,   1, 1, 1, 1, 0, 10000"
    })
    void aPaymentCountsFromTheDayOfTheReminderForThirtyDays(
            LocalDate on, long grosze, String origin, long in3, long in7, long in14, long in30, long part, long all) {
        sent(1, "a", "2026-11-02T09:00:00");
        paid("a", on, grosze, origin, 1);
        EffectLine sum = line();
        assertThat(sum.paid()).containsExactly(in3, in7, in14, in30);
        assertThat(sum.partly()).isEqualTo(part);
        assertThat(sum.recovered().get(3)).isEqualTo(all);
    }

    @Test
    void partsAddUpAndWhatBothTellCountsOnce() {
        sent(1, "a", "2026-11-02T09:00:00");
        paid("a", LocalDate.of(2026, 11, 4), 4000, "FILE", 1);
        paid("a", LocalDate.of(2026, 11, 9), 3000, "FILE", 2);
        paid("a", LocalDate.of(2026, 11, 5), 4000, "EXPORT", 3);
        assertThat(line().recovered()).containsExactly(4000L, 7000L, 7000L, 7000L);
    }

    @Test
    void theLastReminderBeforeAPaymentHasTheCredit() {
        sent(1, "a", "2026-11-02T09:00:00");
        sent(2, "a", "2026-11-20T09:00:00");
        paid("a", LocalDate.of(2026, 11, 4), 1000, "FILE", 1);
        paid("a", LocalDate.of(2026, 11, 21), 9000, "FILE", 2);
        EffectLine sum = line();
        assertThat(sum.sent()).isEqualTo(2);
        assertThat(sum.recovered()).containsExactly(10_000L, 10_000L, 10_000L, 10_000L);
        assertThat(sum.paid()).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void linesAreByTemplateAndSegmentsWithCostAndLetters() throws IOException {
        sent(1, "a", "2026-11-02T09:00:00");
        sent(2, "b", "2026-11-02T09:00:00");
        sql("update reminder set segments = 2, cost = 0.13 where line = 2");
        paid("a", LocalDate.of(2026, 11, 4), 10_000, "FILE", 1);
        node.report().make(LocalDate.of(2026, 12, 30));
        List<String> lines = Files.readAllLines(home.resolve("dropbox/outbound/effect-2026-11.csv"));
        assertThat(lines.get(1))
                .startsWith(
                        "tax;2026-11;{amount} zl;1;1;100,00;0,0650;1;1;1;1;0;100,00;100,00;100,00;100,00;0,07;4,84;;");
        assertThat(lines.get(2))
                .startsWith("tax;2026-11;{amount} zl;2;1;100,00;0,1300;0;0;0;0;0;0,00;0,00;0,00;0,00;;4,77;;");
        assertThat(lines.get(3)).startsWith("tax;2026-11;total;;2;200,00;0,1950;1;1;1;1;0;");
        assertThat(lines.get(4)).startsWith("total;2026-11;total;;2;");
        assertThat(lines).hasSize(5);
    }

    @Test
    void aDayIsToldByWhatWasKnownThen() {
        sent(1, "a", "2026-11-02T09:00:00");
        paid("a", LocalDate.of(2026, 11, 4), 10_000, "FILE", 1);
        sql("update payment set booked_at = '2026-11-20 12:00:00'");
        assertThat(node.effect().lines(NOVEMBER, new Period(LocalDate.of(2026, 11, 19), ReportNode.WARSAW)))
                .isEmpty();
        assertThat(node.effect().lines(NOVEMBER, new Period(LocalDate.of(2026, 11, 20), ReportNode.WARSAW)))
                .hasSize(3);
    }

    @Test
    void noUpliftIsToldWithoutAHoldOutGroup() {
        sent(1, "a", "2026-11-02T09:00:00");
        paid("a", LocalDate.of(2026, 11, 4), 10_000, "FILE", 1);
        assertThat(line().uplift()).isNull();
    }

    @Test
    void upliftHoldsTheGroupsAgainstEachOtherWhateverBecameOfAReminder() {
        sql("update batch set hold_out = true");
        for (int i = 1; i <= 20; i++) {
            sent(i, "s" + i, "2026-11-02T09:00:00");
            if (i <= 12) {
                paid("s" + i, LocalDate.of(2026, 11, 9), 10_000, "FILE", i);
            }
        }
        sql(
                "update reminder set state = 'SUPPRESSED', reason = 'OPTED_OUT', state_at = '2026-11-02 08:30:00' where line = 20");
        for (int i = 31; i <= 40; i++) {
            ledger.reminder(batch, i, "SUPPRESSED", 10_000);
            sql("update reminder set debt_key = rpad('s" + i + "', 32, ' '), reason = 'HOLD_OUT' where line = " + i);
        }
        ledger.reminder(batch, 50, "SUPPRESSED", 10_000);
        sql("update reminder set reason = 'DUPLICATE_ROW' where line = 50");
        paid("s31", LocalDate.of(2026, 11, 9), 10_000, "FILE", 31);
        paid("s32", LocalDate.of(2026, 12, 9), 10_000, "FILE", 32);
        Uplift uplift = line().uplift();
        assertThat(uplift).isEqualTo(new Uplift(20, 12, 10, 1));
        assertThat(uplift.points()).isEqualByComparingTo("50.00");
    }

    /** Newcombe (1998), table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 20.00, 5.24, 33.39",
        "9, 10, 3, 10, 60.00, 17.05, 80.90",
        "5, 56, 0, 29, 8.93, -3.81, 19.26"
    })
    void theConfidenceIntervalIsThePublishedOne(
            long paid, long all, long otherPaid, long otherAll, BigDecimal points, BigDecimal low, BigDecimal high) {
        Uplift uplift = new Uplift(all, paid, otherAll, otherPaid);
        assertThat(List.of(uplift.points(), uplift.low(), uplift.high())).containsExactly(points, low, high);
    }

    @Test
    void aSandboxHasNoEffect() {
        sent(1, "a", "2026-11-02T09:00:00");
        paid("a", LocalDate.of(2026, 11, 4), 10_000, "FILE", 1);
        assertThat(node.effect().now(NOVEMBER)).isNotEmpty();
        for (String table : List.of("batch", "reminder", "payment")) {
            sql("update " + table + " set source = 'tax~sandbox'");
        }
        assertThat(node.effect().now(NOVEMBER)).isEmpty();
    }

    private EffectLine line() {
        List<EffectLine> lines = node.effect().now(NOVEMBER);
        return lines.get(lines.size() - 2);
    }

    private void sent(int line, String debt, String at) {
        long id = ledger.reminder(batch, line, "DELIVERED", 10_000);
        ledger.segment(id, 1, at, "m" + line);
        sql("update reminder set debt_key = rpad('" + debt + "', 32, ' '), sent_at = '" + at + "' where line = "
                + line);
    }

    private void paid(String debt, LocalDate on, long grosze, String origin, int number) {
        new JdbcTemplate(dataSource).update("""
                insert into payment (source, debt_key, paid_on, amount, origin, origin_id, identity, ordinal, part, booked_at)
                values ('tax', rpad(?, 32, ' '), ?, ?, ?, 1, rpad(?, 32, ' '), 1, 1, '2026-12-10')""", debt, on, grosze, origin, String.valueOf(number));
    }

    private void sql(String statement) {
        new JdbcTemplate(dataSource).update(statement);
    }
}
