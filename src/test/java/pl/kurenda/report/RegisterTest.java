package pl.kurenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
import pl.kurenda.report.page.ReportNode;

/** The register of informational actions, and the list of debts due for an upomnienie a week after the first action. */
class RegisterTest {
    private static final LocalDate DUE = LocalDate.of(2026, 11, 9);

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
        node = new ReportNode(
                dataSource,
                home,
                "2026-11-30T12:00:00",
                "kurenda.report.upomnienie.days=7",
                "kurenda.report.upomnienie.minimum-amount=50");
        batch = ledger.file("tax", "tax.csv", "2026-11-02T08:00:00");
        sql("update batch set template = '{amount} zl'");
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void anActionIsWhatTheSmscAcceptedOnTheDayOfItsOutcomeForItsSource() throws IOException {
        sent(2, "a", 10_000, "2026-11-02T22:30:00");
        sql("update reminder set reference = '=1+1' where line = 2");
        ledger.outcome(1, "2026-11-03", "2026-11-02T23:30:00", "DELIVERED", null, 1);
        long never = ledger.reminder(batch, 3, "SUPPRESSED", 100);
        ledger.outcome(never, "2026-11-03", "2026-11-02T23:30:00", "SUPPRESSED", "DUPLICATE_ROW", 0);
        long waste = ledger.reminder(ledger.file("waste", "waste.csv", "2026-11-02T08:00:00"), 2, "UNDELIVERABLE", 700);
        ledger.outcome(waste, "2026-11-03", "2026-11-02T23:30:00", "UNDELIVERABLE", "ERR_27", 1);
        node.report().make(LocalDate.of(2026, 11, 3));
        assertThat(lines("tax", "actions-2026-11-03.csv"))
                .containsExactly(
                        "\uFEFFdate;source;form;reference;masked phone;amount;due date;template;sender;outcome;reason;sent at;final at;correction;file;line",
                        "2026-11-03;tax;SMS;'=1+1;'+48 *** *** 200;100,00;2026-12-01;{amount} zl;Gmina;DELIVERED;;2026-11-03 00:29:00;2026-11-03 00:30:00;;tax.csv;2");
        assertThat(lines("waste", "actions-2026-11-03.csv")).hasSize(2);
        assertThat(Files.readAllLines(home.resolve("dropbox/outbound/actions-2026-11-03.csv")))
                .hasSize(3);
        node.report().make(LocalDate.of(2026, 11, 4));
        assertThat(home.resolve("dropbox/tax/out/actions-2026-11-04.csv")).doesNotExist();
        assertThat(Files.readAllLines(home.resolve("dropbox/outbound/actions-2026-11-04.csv")))
                .hasSize(1);
    }

    @Test
    void aDebtIsDueOnceSoManyDaysAfterItsFirstAction() throws IOException {
        sent(2, "a", 10_000, "2026-11-02T09:00:00");
        sent(3, "a", 10_000, "2026-11-05T09:00:00");
        sent(4, "b", 6_000, "2026-11-02T23:30:00");
        ledger.outcome(1, "2026-11-02", "2026-11-02T09:01:00", "DELIVERED", null, 1);
        node.report().make(DUE);
        assertThat(lines("tax", "upomnienie-2026-11-09.csv"))
                .containsExactly(
                        "\uFEFFsource;reference;account;masked phone;amount;due date;form;first action;days;outcome;file;line",
                        "tax;R2;;'+48 *** *** 200;100,00;2026-12-01;SMS;2026-11-02 10:00:00;7;DELIVERED;tax.csv;2");
        node.report().make(DUE.plusDays(1));
        assertThat(lines("tax", "upomnienie-2026-11-10.csv"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("tax;R4;;'+48 *** *** 200;60,00;2026-12-01;SMS;2026-11-03 00:30:00;7;;");
        node.report().make(DUE.plusDays(3));
        assertThat(home.resolve("dropbox/tax/out/upomnienie-2026-11-12.csv")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "4999,     0, 2026-11-09, -",
        "5000,     0, 2026-11-09, '50,00'",
        "10000, 5000, 2026-11-09, '50,00'",
        "10000, 5001, 2026-11-09, -",
        "10000,10000, 2026-11-09, -",
        "10000,10000, 2026-11-10, '100,00'"
    })
    void onlyWhatIsOwedStillAndEnoughIsListed(long asked, long paid, LocalDate booked, String owed) throws IOException {
        sent(2, "a", asked, "2026-11-02T09:00:00");
        if (paid > 0) {
            new JdbcTemplate(dataSource).update("""
                    insert into payment (source, debt_key, paid_on, amount, origin, origin_id, identity, ordinal, part, booked_at)
                    values ('tax', rpad('a', 32, ' '), '2026-11-05', ?, 'EXPORT', 1, rpad('x', 32, ' '), 1, 1, ?)""", paid, booked.atTime(12, 0));
        }
        node.report().make(DUE);
        Path list = home.resolve("dropbox/tax/out/upomnienie-2026-11-09.csv");
        if (owed.equals("-")) {
            assertThat(list).doesNotExist();
        } else {
            assertThat(lines("tax", "upomnienie-2026-11-09.csv").get(1)).contains(";" + owed + ";");
        }
    }

    @Test
    void aDayMadeAgainIsNotHandedOverAgainUnlessItComesOutDifferently() throws IOException {
        sent(2, "a", 10_000, "2026-11-02T09:00:00");
        ledger.outcome(1, "2026-11-09", "2026-11-09T09:01:00", "DELIVERED", null, 1);
        node.report().make(DUE);
        Path out = home.resolve("dropbox/tax/out");
        List<String> list = lines("tax", "upomnienie-2026-11-09.csv");
        Files.delete(out.resolve("upomnienie-2026-11-09.csv"));
        Files.delete(out.resolve("actions-2026-11-09.csv"));
        node.report().make(DUE);
        assertThat(out).as("taken away by the domain system").isEmptyDirectory();
        sql("update reminder set reference = 'mended'");
        node.report().make(DUE);
        node.report().make(DUE);
        assertThat(lines("tax", "upomnienie-2026-11-09.r2.csv")).hasSize(2).isNotEqualTo(list);
        assertThat(lines("tax", "actions-2026-11-09.r2.csv").get(1)).contains(";mended;");
        assertThat(out.toFile().list()).hasSize(2);
    }

    @Test
    void withoutASettingAndOfADayThatIsNotOverThereIsNoList() {
        sent(2, "a", 10_000, "2026-11-02T09:00:00");
        try (ReportNode plain = new ReportNode(dataSource, home, "2026-11-09T12:00:00")) {
            plain.report().make(DUE);
            plain.setClock("2026-11-10T00:10:00");
            plain.report().make(DUE);
        }
        assertThat(home.resolve("dropbox/tax/out")).doesNotExist();
        node.setClock("2026-11-09T12:00:00");
        node.report().make(DUE);
        assertThat(home.resolve("dropbox/tax/out")).doesNotExist();
    }

    private List<String> lines(String source, String name) throws IOException {
        return Files.readAllLines(
                home.resolve("dropbox").resolve(source).resolve("out").resolve(name));
    }

    private void sent(int line, String debt, long grosze, String at) {
        long id = ledger.reminder(batch, line, "DELIVERED", grosze);
        ledger.segment(id, 1, at, "m" + line);
        sql("update reminder set debt_key = rpad('" + debt + "', 32, ' ') where line = " + line);
    }

    private void sql(String statement) {
        new JdbcTemplate(dataSource).update(statement);
    }
}
