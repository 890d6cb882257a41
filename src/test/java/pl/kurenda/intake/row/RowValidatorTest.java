package pl.kurenda.intake.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.reader.FileEncoding;
import pl.kurenda.intake.reader.RawRecord;
import pl.kurenda.intake.source.HoldOut;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceFixture;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.RejectedRow;
import pl.kurenda.ledger.core.Suppression;
import pl.kurenda.message.PriceSettings;

class RowValidatorTest {
    private static final Instant NOW = Instant.parse("2026-11-24T23:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Warsaw"));
    private static final PriceSettings PRICE = new PriceSettings(new BigDecimal("0.0700"));
    private static final Layout LAYOUT = new Layout(
            new Layout.Form(new FileEncoding.Plain(0), StandardCharsets.UTF_8, false, ';', "\n"),
            1,
            new Layout.Header(new byte[0], List.of("tel", "ile", "kto", "do kiedy", "konto"), 1),
            Map.of(Field.PHONE, 0, Field.AMOUNT, 1, Field.NAME, 2, Field.DUE, 3, Field.ACCOUNT, 4),
            5,
            false);

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "x;x;x                        | COLUMN_COUNT        |         |   |",
                "x;x;x;x;x;x                  | COLUMN_COUNT        |         |   |",
                ";x;;31.02.2026;1             | PHONE_MISSING       | tel     |   |",
                "brak;12,50;;31.02.2026;1     | PHONE_INVALID       | tel     | brak | 1250",
                "22 628 12 34;-1;;;           | PHONE_NOT_MOBILE    | tel     | 22 628 12 34 |",
                "501234567;;;31.02.2026;1     | AMOUNT_MISSING      | ile     |   |",
                "501234567;12,345;;x;1        | AMOUNT_INVALID      | ile     | 12,345 |",
                "501234567;0,00;;x;1          | AMOUNT_NOT_POSITIVE | ile     | 0,00 |",
                "501234567;1,00;;31.02.2026;1 | DUE_DATE_INVALID    | do kiedy | 31.02.2026 | 100",
                "501234567;1,00;;;1           | ACCOUNT_INVALID     | konto   | 1 | 100",
            })
    void givesTheFirstReasonMet(String row, String reason, String column, String value, Long amount) {
        RejectedRow rejection = rejected(row);
        assertThat(rejection.reason()).isEqualTo(reason);
        assertThat(rejection.column()).isEqualTo(column);
        assertThat(rejection.amount()).isEqualTo(amount);
        assertThat(rejection.raw()).isEqualTo(row.getBytes(StandardCharsets.UTF_8));
        if (value != null) {
            assertThat(rejection.value()).isEqualTo(value);
        }
    }

    @Test
    void textOverSixSegmentsIsRejectedWithItsAmount() {
        RejectedRow rejection = rejected("501234567;12,00;" + "x".repeat(6 * 153) + ";;");
        assertThat(rejection.reason()).isEqualTo("TEXT_TOO_LONG");
        assertThat(rejection.amount()).isEqualTo(1200);
    }

    @Test
    void flawedRowIsUnreadable() {
        RawRecord cut = new RawRecord(7, new byte[] {'"'}, 0, RawRecord.Flaw.QUOTING);
        RowResult result = new RowValidator(LAYOUT, CLOCK).check(new Row(cut, List.of("")));
        assertThat(((RowResult.Rejected) result).rejection().reason()).isEqualTo("UNREADABLE");
    }

    @Test
    void wrongNumberOfColumnsComesBeforeBadOctets() {
        RawRecord cut = new RawRecord(7, new byte[] {'a'}, 2, RawRecord.Flaw.OCTETS);
        RowResult result = new RowValidator(LAYOUT, CLOCK).check(new Row(cut, List.of("")));
        assertThat(((RowResult.Rejected) result).rejection().reason()).isEqualTo("COLUMN_COUNT");
    }

    @Test
    void longValueIsCutBetweenCharacters() {
        RejectedRow rejection = rejected("x".repeat(254) + "😀😀;1,00;;;");
        assertThat(rejection.value()).hasSize(254);
    }

    @Test
    void goodRowBecomesAReminder() {
        NewReminder reminder =
                valid("+48 501 234 567;1 234,50 zł;Ewa \n Żak;25.11.2026;61 1090 1014 0000 0712 1981 2874", 0);
        assertThat(reminder.phone().digits()).isEqualTo("48501234567");
        assertThat(reminder.amount().grosze()).isEqualTo(123450);
        assertThat(reminder.name()).isEqualTo("Ewa Żak");
        assertThat(reminder.due()).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(reminder.account()).isEqualTo("61109010140000071219812874");
        assertThat(reminder.text()).isEqualTo("Urzad Gminy, Ewa Zak: 1234,50 zl, 25.11.2026");
        assertThat(reminder.segments()).isEqualTo(1);
        assertThat(reminder.cost()).isEqualByComparingTo("0.07");
        assertThat(reminder.sender()).isEqualTo("GMINA");
        assertThat(reminder.suppression()).isNull();
        assertThat(reminder.notAfter()).isEqualTo(NOW.plus(Duration.ofDays(3)));
        // In Warsaw it is the 25th already: the day of the office counts.
        assertThat(reminder.debt().stage()).isEqualTo("due");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tel. 600200311;12,34;;;|48600200311",
                "Tel: +48 600 200 311;12,34 zl;;;|48600200311",
                "kom. 600200311;12,34 zł.;;;|48600200311",
                "600200311 (żona);12,34 zl.;;;|48600200311",
                "600200311 (Jan K.), 600200312;1;;;|PHONE_INVALID",
                "tel. 600200311 wew. 5;12,34;;;|PHONE_INVALID",
                "tel.;12,34;;;|PHONE_INVALID"
            })
    void wordsAroundThePhoneAreNoPartOfIt(String row, String expected) {
        RowResult result = check(row, 0);
        if (result instanceof RowResult.Valid valid) {
            assertThat(valid.reminder().amount().grosze()).isEqualTo(1234);
        }
        assertThat(
                        result instanceof RowResult.Valid valid
                                ? valid.reminder().phone().digits()
                                : ((RowResult.Rejected) result).rejection().reason())
                .isEqualTo(expected);
    }

    @Test
    void wordsAroundTheAccountAreNoPartOfIt() {
        String account = "61 1090 1014 0000 0712 1981 2874";
        for (String before : List.of("IBAN ", "iban: PL", "IBAN PL")) {
            assertThat(valid("501234567;1,00;;;" + before + account, 0).account())
                    .isEqualTo("61109010140000071219812874");
        }
        assertThat(valid("501234567;1,00;;;-", 0).account()).isNull();
        assertThat(rejected("501234567;1,00;;;IBAN").reason()).isEqualTo("ACCOUNT_INVALID");
        assertThat(rejected("501234567;1,00;;;--").reason()).isEqualTo("ACCOUNT_INVALID");
    }

    @Test
    void emptyOptionalCellsAreGood() {
        NewReminder reminder = valid("501234567;1,00; ;;\u00a0", 0);
        assertThat(reminder.name()).isNull();
        assertThat(reminder.due()).isNull();
        assertThat(reminder.account()).isNull();
        assertThat(reminder.text()).isEqualTo("Urzad Gminy: 1,00 zl");
        assertThat(reminder.debt().stage()).isEqualTo("none");
    }

    @Test
    void amountBelowTheMinimumIsSuppressed() {
        assertThat(valid("501234567;4,99;;;", 500).suppression()).isEqualTo(Suppression.BELOW_MINIMUM);
        assertThat(valid("501234567;5,00;;;", 500).suppression()).isNull();
    }

    private static NewReminder valid(String row, long minimum) {
        return ((RowResult.Valid) check(row, minimum)).reminder();
    }

    private static RejectedRow rejected(String row) {
        return ((RowResult.Rejected) check(row, 0)).rejection();
    }

    private static RowResult check(String row, long minimum) {
        List<String> cells = List.of(row.split(";", -1));
        RawRecord cut = new RawRecord(7, row.getBytes(StandardCharsets.UTF_8), cells.size(), RawRecord.Flaw.NONE);
        Source source = SourceFixture.source(
                new Source.Reading(null, null, true, Map.of()), "{office}[, {name}]: {amount} zł[, {due}]", minimum);
        return new MessageRenderer(source, PRICE, CLOCK, Duration.ofDays(3), new HoldOut(0))
                .render(new RowValidator(LAYOUT, CLOCK).check(new Row(cut, cells)));
    }
}
