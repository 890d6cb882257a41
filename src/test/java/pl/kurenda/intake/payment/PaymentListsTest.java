package pl.kurenda.intake.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import pl.kurenda.intake.FileDisposition;
import pl.kurenda.intake.source.IntakeSettings;
import pl.kurenda.intake.source.Sources;
import pl.kurenda.ledger.LedgerFixture;

/** Lists of payments against a ledger with debts of 100, 200 and 300 PLN; the reminder of the last waits. */
class PaymentListsTest {
    private static final String HEAD = "Nr sprawy;Konto;Telefon;Kwota wpłaty;Data księgowania\r\n";
    private static final String NRB = "61109010140000071219812874";

    @TempDir
    Path home;

    private LedgerFixture ledger;
    private PaymentLists lists;

    @BeforeEach
    void open() {
        ledger = new LedgerFixture();
        ledger.load("export.csv", 3);
        ledger.run("update reminder set amount = (line - 1) * 10000, reference = concat('R/', line)");
        ledger.run("update reminder set state = 'DELIVERED', sent_at = '2026-11-20 10:00:00' where line < 4");
        ledger.run("update reminder set reference = null, account = '" + NRB + "' where line = 3");
        ledger.clock().advance(Duration.ofDays(5));
        lists = lists();
    }

    private PaymentLists lists() {
        Map<String, String> values = Map.of(
                "kurenda.home",
                home.toString(),
                "kurenda.sources.waste.template",
                "{amount}",
                "kurenda.sources.waste.sender",
                "GMINA");
        IntakeSettings settings =
                new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("kurenda", IntakeSettings.class);
        return new PaymentLists(new Sources(settings, "n"), settings, ledger.payments(), ledger.clock());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R/2;;;50,00                        | COLUMN_COUNT",
                "\"R/2;;;50,00;2026-11-25           | UNREADABLE",
                ";;;50,00;2026-11-25                | DEBT_MISSING",
                ";61109010140000071219812875;;50,00;2026-11-25 | ACCOUNT_INVALID",
                ";;221234567;50,00;2026-11-25       | PHONE_INVALID",
                "R/2;;;12,345;2026-11-25            | AMOUNT_INVALID",
                "R/2;;;;2026-11-25                  | AMOUNT_INVALID",
                "R/2;;;-50,00;2026-11-25            | AMOUNT_NOT_POSITIVE",
                "R/2;;;50,00;31.11.2026             | DATE_INVALID",
                "R/2;;;50,00;                       | DATE_INVALID",
                "R/2;;;50,00;2026-12-25             | DATE_FUTURE"
            },
            quoteCharacter = '`')
    void aBadRowIsAnsweredAndTheOthersCount(String row, String reason) throws IOException {
        take("w.csv", HEAD + row + "\r\nR/2;;;40,00;25.11.2026\r\n");
        assertThat(answer("w.csv.payments.rejected.csv"))
                .startsWith("Nr sprawy;Konto;Telefon;Kwota wpłaty;Data księgowania;line;reason;explanation\r\n" + row
                        + ";2;" + reason + ";");
        assertThat(answer("w.csv.payments.receipt.json"))
                .contains("\"rows\" : 2", "\"rejected\" : 1", "\"matched\" : 1", "\"amount_matched\" : \"40.00\"");
        assertThat(paid(2)).isEqualTo(40_00);
    }

    @Test
    void theDebtIsToldByReferenceAccountOrPhone() throws IOException {
        take(
                "w.csv",
                HEAD + "r/2;x;x;10,00;2026-11-25\n;61 1090 1014 0000 0712 1981 2874;;20,00;25.11.2026\n"
                        + ";;501 000 002;30,00;2026-11-25\nR/4;;;5,00;2026-11-25\nNN;;;1,00;2026-11-25\n");
        assertThat(paid(2)).isEqualTo(40_00);
        assertThat(paid(3)).isEqualTo(20_00);
        assertThat(answer("w.csv.payments.receipt.json"))
                .contains("\"matched\" : 4", "\"unmatched\" : 1", "\"amount_matched\" : \"65.00\"", "\"not_sent\" : 1");
        assertThat(home.resolve("dropbox/waste/out/w.csv.payments.rejected.csv"))
                .doesNotExist();
    }

    @Test
    void anAccountThatManyResidentsShareTellsNoDebt() throws IOException {
        ledger.run("update reminder set account = '" + NRB + "', reference = null");
        take("w.csv", HEAD + ";" + NRB + ";;30,00;2026-11-25\n");
        assertThat(answer("w.csv.payments.receipt.json")).contains("\"unmatched\" : 1", "\"not_sent\" : 0");
        ledger.run("update reminder set msisdn = '48501000002'");
        take("again.csv", HEAD + ";" + NRB + ";;31,00;2026-11-25\n");
        assertThat(answer("again.csv.payments.receipt.json")).contains("\"matched\" : 1");
    }

    @Test
    void aBareNumberIsTheReferenceWhereNothingElseTellsTheDebt() throws IOException {
        take("w.csv", "numer;kwota;data\nR/2;10,00;2026-11-25\n");
        assertThat(paid(2)).isEqualTo(10_00);
    }

    @Test
    void theSameListTwiceAndRowsThatCameBeforeCountOnceAndEqualRowsOfOneListEach() throws IOException {
        String rows = HEAD + "R/2;;;30,00;2026-11-25\nR/2;;;30,00;2026-11-25\n";
        take("w.csv", rows);
        assertThat(paid(2)).as("partial payments add up").isEqualTo(60_00);
        take("copy.csv", rows);
        assertThat(answer("copy.csv.payments.receipt.json")).contains("\"repeated\" : true");
        take("more.csv", rows + "R/2;;;30,00;2026-11-25\n");
        assertThat(answer("more.csv.payments.receipt.json")).contains("\"known\" : 2", "\"matched\" : 1");
        assertThat(paid(2)).isEqualTo(90_00);
    }

    @Test
    void aPaymentToldBeforeItsDebtIsThereIsBookedWhenItIsToldAgain() throws IOException {
        String rows = HEAD + "R/9;;;300,00;2026-11-25\nR/2;;;1,00;2026-11-25\n";
        take("w.csv", rows);
        assertThat(answer("w.csv.payments.receipt.json")).contains("\"unmatched\" : 1", "\"matched\" : 1");
        ledger.run("update reminder set reference = 'R/9' where line = 4");
        take("copy.csv", rows);
        assertThat(answer("copy.csv.payments.receipt.json"))
                .contains("\"matched\" : 1", "\"known\" : 1", "\"amount_matched\" : \"300.00\"", "\"not_sent\" : 1");
        assertThat(ledger.states()).containsEntry(4, "SUPPRESSED");
        take("third.csv", rows);
        assertThat(answer("third.csv.payments.receipt.json")).contains("\"repeated\" : true");
        assertThat(paid(2)).isEqualTo(1_00);
    }

    @Test
    void aListCutShortByACrashIsBookedOnceAndAnsweredInFull() throws IOException {
        String rows = HEAD + "R/2;;;30,00;2026-11-25\nx;;;1,00;2026-11-25\n";
        take("w.csv", rows);
        ledger.run("update payment_file set done_at = null");
        Files.delete(home.resolve("dropbox/waste/payments/done/w.csv"));
        take("w.csv", rows);
        assertThat(answer("w.csv.payments.receipt.json"))
                .contains("\"matched\" : 1", "\"unmatched\" : 1", "\"known\" : 0", "\"repeated\" : false");
        assertThat(paid(2)).isEqualTo(30_00);
    }

    @Test
    void onePaymentOfSeveralDebtsOfAReferenceGoesToTheOldestFirst() throws IOException {
        ledger.run(
                "update reminder set reference = 'R/2', account = null, due = if(line = 3, '2026-10-01', '2026-11-01') where line < 4");
        take("w.csv", HEAD + "R/2;;;150,00;2026-11-25\n");
        take("v.csv", HEAD + "R/2;;;90,00;2026-11-25\n");
        assertThat(paid(3)).isEqualTo(200_00);
        assertThat(paid(2)).isEqualTo(40_00);
    }

    @Test
    void whatIsPaidBeforeItsReminderHasGoneIsNotRemindedOf() throws IOException {
        take("w.csv", HEAD + "R/2;;;100,00;2026-11-25\nR/4;;;300,00;2026-11-25\n");
        assertThat(ledger.states()).containsEntry(2, "DELIVERED").containsEntry(4, "SUPPRESSED");
        assertThat(answer("w.csv.payments.receipt.json"))
                .contains("\"matched\" : 2", "\"amount_matched\" : \"400.00\"", "\"not_sent\" : 1");
        take("copy.csv", HEAD + "R/2;;;100,00;2026-11-25\nR/4;;;300,00;2026-11-25\n");
        take("more.csv", HEAD + "R/4;;;300,00;2026-11-25\nR/2;;;1,00;2026-11-25\n");
        assertThat(answer("copy.csv.payments.receipt.json")).contains("\"not_sent\" : 0");
        assertThat(answer("more.csv.payments.receipt.json")).contains("\"known\" : 1", "\"not_sent\" : 0");
        assertThat(ledger.count("outcome where state = 'SUPPRESSED' and reason = 'PAID'"))
                .isEqualTo(1);
    }

    @Test
    void aListTakenUpAgainTellsWhatWasNotSent() throws IOException {
        String rows = HEAD + "R/4;;;299,99;2026-11-25\n";
        take("w.csv", rows);
        ledger.run("update payment_file set done_at = null");
        Files.delete(home.resolve("dropbox/waste/payments/done/w.csv"));
        take("w.csv", rows);
        assertThat(answer("w.csv.payments.receipt.json")).contains("\"matched\" : 1", "\"not_sent\" : 1");
        assertThat(ledger.states()).containsEntry(4, "WITHDRAWN");
    }

    @ParameterizedTest
    @CsvSource({"windows-1250, ';', Numer decyzji", "UTF-8, ',', reference", "UTF-16, ';', Nr sprawy"})
    void charsetDelimiterAndColumnsAreFound(String charset, String delimiter, String reference) throws IOException {
        String text = "Wykaz wpłat – świętokrzyskie\n" + String.join(delimiter, reference, "Wpłata", "Data wpłaty", "ż")
                + "\n" + String.join(delimiter, "R/2", "30.00", "2026-11-25", "ł") + "\n";
        Path file = home.resolve("dropbox/waste/payments/w.csv");
        Files.write(file, text.getBytes(Charset.forName(charset)));
        book(file);
        assertThat(paid(2)).isEqualTo(30_00);
    }

    @ParameterizedTest
    @CsvSource({"'a;b\n1;2\n', nazywa kolumn", "'PK\u0003\u0004', nie jest plik CSV", "'', nie jest plik CSV"})
    void whatIsNoListGoesToFailedWithAReason(String content, String why) throws IOException {
        Path file = home.resolve("dropbox/waste/payments/w.csv");
        Files.writeString(file, content);
        FileDisposition.Move move = (FileDisposition.Move) book(file);
        assertThat(move.target()).isEqualTo(home.resolve("dropbox/waste/payments/failed/w.csv"));
        assertThat(move.target().resolveSibling("w.csv.error.txt"))
                .content(StandardCharsets.UTF_8)
                .contains(why);
    }

    private void take(String name, String content) throws IOException {
        Path file = home.resolve("dropbox/waste/payments").resolve(name);
        Files.writeString(file, content);
        FileDisposition.Move move = (FileDisposition.Move) book(file);
        assertThat(move.target())
                .isEqualTo(home.resolve("dropbox/waste/payments/done").resolve(name));
        Files.move(file, move.target());
    }

    private String answer(String name) throws IOException {
        return Files.readString(home.resolve("dropbox/waste/out").resolve(name));
    }

    private long paid(int line) {
        return ledger.count("(select 1) one join payment p on p.debt_key = (select debt_key from reminder where line = "
                + line + ")" + " join seq_1_to_100000 s on s.seq <= p.amount");
    }

    private FileDisposition book(Path file) throws IOException {
        PaymentFile list = lists.open(file.toFile());
        lists.blocks(list).forEachRemaining(block -> {
            lists.check(block);
            lists.book(block);
        });
        return lists.answer(list);
    }
}
