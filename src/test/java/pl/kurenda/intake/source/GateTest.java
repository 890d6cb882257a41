package pl.kurenda.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.ledger.gate.BatchFacts;
import pl.kurenda.ledger.gate.Finding;

/** Each rule just under and just over. */
class GateTest {
    private static final GateSettings LIMITED = new GateSettings(
            true,
            50,
            1000,
            5_000_000,
            300_000,
            20,
            20,
            10,
            false,
            GateSettings.DEFAULT.maxFactor(),
            GateSettings.DEFAULT.maxMissing());

    @ParameterizedTest(name = "rows={0} total={1} largest={2} -> {3}")
    @CsvSource({
        "1000, 5000000, 300000,",
        "1001, 5000000, 300000, MAX_ROWS",
        "1000, 5000001, 300000, MAX_TOTAL",
        "1000, 5000000, 300001, MAX_AMOUNT",
        "3, 5000001, 300001, MAX_TOTAL MAX_AMOUNT"
    })
    void limitsHoldForEveryFile(int rows, long total, long largest, String found) {
        BatchFacts facts = new BatchFacts(rows, 0, rows, total, 1, largest, 0, 1, List.of(), 0, 0);
        assertThat(codes(new Gate(LIMITED, false, false), facts)).isEqualTo(found);
        assertThat(codes(new Gate(GateSettings.DEFAULT, false, false), facts)).isNull();
    }

    /** From 50 rows on more than 20 per cent. */
    @ParameterizedTest(name = "{1} of {0} rejected -> {2}")
    @CsvSource({
        "49, 49,",
        "50, 10,",
        "50, 11, REJECTED",
        "60, 12,",
        "60, 15, REJECTED",
        "100, 20,",
        "100, 21, REJECTED",
        "1000, 200,",
        "1000, 201, REJECTED",
        "100000, 20000,",
        "100000, 20001, REJECTED",
        "12, 5,"
    })
    void tooManyRejected(int rows, int rejected, String found) {
        BatchFacts facts = new BatchFacts(rows, rejected, rows - rejected, 100, 1, 2, 0, 1, List.of(), 0, 0);
        assertThat(codes(standard(), facts)).isEqualTo(found);
    }

    @ParameterizedTest(name = "{0} sendable, {1} on one phone, {2} shifted, {3}..{4} -> {5}")
    @CsvSource({
        "50, 20, 5, 1, 2,",
        "49, 49, 49, 1, 1,",
        "50, 21, 0, 1, 2, ONE_PHONE",
        "50, 1, 6, 1, 2, SHIFTED",
        "50, 1, 0, 2, 2, EQUAL_AMOUNTS",
        "60, 60, 60, 2, 2, ONE_PHONE SHIFTED EQUAL_AMOUNTS"
    })
    void whatTheRowsHaveInCommon(int sendable, int onePhone, int shifted, long smallest, long largest, String found) {
        BatchFacts facts =
                new BatchFacts(sendable, 0, sendable, 100, smallest, largest, shifted, onePhone, List.of(), 0, 0);
        assertThat(codes(standard(), facts)).isEqualTo(found);
    }

    /** What came before is left out, and what is left of a file may look odd; one with 50 rows may have some rejected ones. */
    @ParameterizedTest(name = "{0} rows, {1} sendable, {2} on one phone, {3} shifted, {4}..{5} -> {6}")
    @CsvSource({
        "50, 25, 1, 0, 2, 2, EQUAL_AMOUNTS",
        "50, 24, 1, 24, 2, 2,",
        "50, 49, 1, 5, 1, 2, SHIFTED",
        "49, 49, 1, 49, 2, 2,",
        "1000, 30, 1, 30, 2, 2,",
        "1000, 30, 21, 0, 1, 2, ONE_PHONE",
        "1000, 50, 1, 6, 2, 2, SHIFTED EQUAL_AMOUNTS",
        "50, 0, 0, 0, 0, 0,"
    })
    void whereMuchOfTheFileCameBefore(
            int rows, int sendable, int onePhone, int shifted, long smallest, long largest, String found) {
        BatchFacts facts =
                new BatchFacts(rows, 0, sendable, 100, smallest, largest, shifted, onePhone, List.of(), 0, 0);
        assertThat(codes(standard(), facts)).isEqualTo(found);
    }

    @ParameterizedTest(name = "after {0}: {1} rows, {2} grosze -> {3}")
    @CsvSource({
        "100/1000 100/1000 100/1000, 50, 500,",
        "100/1000 100/1000 100/1000, 200, 2000,",
        "102/1000 102/1000 102/1000, 50, 500, ROWS_UNUSUAL",
        "100/1000 100/1000 100/1000, 201, 2000, ROWS_UNUSUAL",
        "100/1000 100/1000 100/1000, 100, 499, TOTAL_UNUSUAL",
        "100/1000 100/1000 100/1000, 100, 2001, TOTAL_UNUSUAL",
        "100/1000 100/1000, 1000, 90000,",
        "100/1000 100/1000 49/1000, 1000, 90000,",
        "100/1000 100/1000 100/1000, 49, 1,",
        "100/1000 9000/90000 100/1000 100/1000, 201, 1000, ROWS_UNUSUAL",
        "100/1000 150/1000 50/1000, 570, 1000,",
        "100/1000 150/1000 50/1000, 571, 1000, ROWS_UNUSUAL"
    })
    void farOffTheLastExports(String last, int rows, long total, String found) {
        assertThat(codes(standard(), facts(last, rows, total))).isEqualTo(found);
    }

    @Test
    void onlyTheLastTwelveCount() {
        List<BatchFacts.Export> last = new ArrayList<>(Collections.nCopies(7, new BatchFacts.Export(1000, 1000)));
        last.addAll(Collections.nCopies(29, new BatchFacts.Export(100, 1000)));
        assertThat(codes(standard(), new BatchFacts(1000, 0, 1000, 1000, 1, 2, 0, 1, last, 0, 0)))
                .isNull();
    }

    @Test
    void aFullExportIsNeverASmallSupplement() {
        BatchFacts cutOff = facts("100/1000 100/1000 100/1000", 10, 100);
        assertThat(codes(new Gate(GateSettings.DEFAULT, true, false), cutOff)).isEqualTo("ROWS_UNUSUAL TOTAL_UNUSUAL");
        assertThat(codes(standard(), cutOff)).isNull();
    }

    @ParameterizedTest(name = "{1} of {0} missing -> {2}")
    @CsvSource({"9, 8,", "9, 9, MISSING_ALL", "20, 10,", "19, 10, MISSING", "1000, 500,", "1000, 501, MISSING", "0, 0,"
    })
    void aFullExportThatCallsTooManyPaid(int waiting, int missing, String found) {
        BatchFacts facts = new BatchFacts(10, 0, 10, 100, 1, 2, 0, 1, List.of(), waiting, missing);
        assertThat(codes(new Gate(GateSettings.DEFAULT, true, false), facts)).isEqualTo(found);
    }

    /** Where few wait, a full export that is above suspicion may pay some of them, and never all at once. */
    @ParameterizedTest(name = "{0} wait, {1} missing, {2} rows after {4}, {3} rejected -> {5}")
    @CsvSource({
        "9, 0, 9, 5, 20,",
        "9, 1, 20, 0, 21,",
        "9, 8, 12, 0, 20,",
        "9, 1, 20, 1, 21, MISSING_REJECTED",
        "9, 1, 9, 0, 20, MISSING_SHORT",
        "9, 1, 9, 1, 20, MISSING_REJECTED MISSING_SHORT",
        "10, 5, 9, 1, 20,",
        "10, 6, 20, 1, 20, MISSING_REJECTED",
        "300, 9, 280, 20, 300,",
        "2, 2, 20, 0, 20, MISSING_ALL",
        "9, 9, 1, 1, 20, MISSING_ALL",
        "1, 1, 19, 0, 20,",
        "1, 1, 18, 0, 20, MISSING_ALL",
        "1, 1, 19, 0, 0, MISSING_ALL"
    })
    void aSmallFullExportPaysWhatItSurelyNoLongerHas(
            int waiting, int missing, int rows, int rejected, int before, String found) {
        List<BatchFacts.Export> last =
                before == 0 ? List.of() : List.of(new BatchFacts.Export(before, 100), new BatchFacts.Export(1, 1));
        BatchFacts facts = new BatchFacts(rows, rejected, rows - rejected, 100, 1, 2, 0, 1, last, waiting, missing);
        assertThat(codes(new Gate(GateSettings.DEFAULT, true, false), facts)).isEqualTo(found);
    }

    /** What is mended is the rest of an export, and some of it may still be wrong. */
    @Test
    void aMendedAnswerIsNotComparedWithExports() {
        Gate gate = new Gate(GateSettings.DEFAULT, false, true);
        BatchFacts facts = facts("1000/1000 1000/1000 1000/1000", 60, 5);
        assertThat(codes(gate, facts)).isNull();
        assertThat(codes(gate, new BatchFacts(100, 50, 50, 100, 1, 2, 0, 21, List.of(), 0, 0)))
                .isEqualTo("ONE_PHONE");
    }

    @Test
    void everyFindingHasItsSentenceInBothLanguages() {
        for (Locale locale : List.of(Locale.ROOT, Locale.forLanguageTag("pl"))) {
            for (String code : List.of(
                    "MAX_ROWS MAX_TOTAL MAX_AMOUNT REJECTED ROWS_UNUSUAL TOTAL_UNUSUAL ONE_PHONE SHIFTED EQUAL_AMOUNTS",
                    "MISSING_ALL MISSING_REJECTED MISSING_SHORT COLUMNS_GUESSED HIDDEN_ROWS HIDDEN_COLUMNS MONTH_FIRST",
                    "CHARSET_GARBLED CHARSET_MARKED COLUMNS_UNNAMED AMOUNT_COLUMNS PAID_COLUMN FOREIGN_CURRENCY SHARED_REFERENCE UNUSED_DUE UNUSED_ACCOUNT UNUSED_REFERENCE",
                    "MISSING BUDGET_BATCH BUDGET_DAY BUDGET_MONTH CANARY CANARY_FAILED")) {
                for (String one : code.split(" ")) {
                    String text = Finding.of(one, 1, 2, 3, 4).text(locale);
                    assertThat(text).endsWith(".").doesNotContain("{").doesNotContain("'");
                }
            }
        }
        assertThat(Finding.of("ONE_PHONE", 30, 20).text(Locale.ROOT))
                .isEqualTo("30 rows have one and the same phone number, more than 20 (gate.max-per-phone).");
        assertThat(Finding.of("ONE_PHONE", 30, 20).text(Locale.forLanguageTag("pl")))
                .isEqualTo("Ten sam numer telefonu ma 30 wierszy, więcej niż 20 (gate.max-per-phone).");
    }

    private static Gate standard() {
        return new Gate(GateSettings.DEFAULT, false, false);
    }

    private static BatchFacts facts(String last, int rows, long total) {
        List<BatchFacts.Export> exports = Stream.of(last.split(" "))
                .map(export -> export.split("/"))
                .map(export -> new BatchFacts.Export(Integer.parseInt(export[0]), Long.parseLong(export[1])))
                .toList();
        return new BatchFacts(rows, 0, rows, total, 1, 2, 0, 1, exports, 0, 0);
    }

    private static String codes(Gate gate, BatchFacts facts) {
        List<String> codes = gate.judge(facts).stream().map(Finding::code).toList();
        return codes.isEmpty() ? null : String.join(" ", codes);
    }
}
