package pl.kurenda.ledger.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.batch.FileIdentity;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.Opening;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.ledger.gate.ReleasePolicy;
import pl.kurenda.money.Amount;

/** What two full exports in a row tell of what was paid between them. */
class ExportComparisonTest {
    private static final ReleasePolicy FULL =
            new ReleasePolicy(null, ReleasePolicy.NONE.budget(), ReleasePolicy.NONE.canary(), true, true);

    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node node = ledger.node("a");
    private final Payments payments = ledger.payments();

    @BeforeEach
    void fourDebtsOfWhichTheLastWasNotWrittenAbout() {
        full("first.csv", "2026-11-24T09:00:00Z", owed(2, 100_00), owed(3, 200_00), owed(4, 300_00), owed(5, 400_00));
        ledger.run(
                "update reminder set sent_at = '2026-11-24 10:00:00', state = 'DELIVERED', account = 'a' where line < 5");
        ledger.run("update reminder set state = 'WITHDRAWN' where line = 5");
        assertThat(payments.compareExports()).as("nothing came before").isZero();
    }

    @Test
    void aDebtThatIsGoneIsPaidAndASmallerOneInPart() {
        full("second.csv", "2026-11-27T23:30:00Z", owed(22, 2, 100_00), owed(23, 3, 150_00));
        assertThat(payments.compareExports()).isEqualTo(2);
        assertThat(ledger.count("payment where amount = 5000 and paid_on = '2026-11-28' and origin = 'EXPORT'"))
                .as("the office's day")
                .isEqualTo(1);
        assertThat(ledger.count("payment where amount = 30000")).isEqualTo(1);
        assertThat(ledger.count("payment where amount = 40000"))
                .as("not written about")
                .isZero();
        assertThat(payments.compareExports()).as("each export once").isZero();
        full("third.csv", "2026-11-28T23:30:00Z", owed(42, 2, 100_00), owed(43, 3, 50_00));
        assertThat(payments.compareExports()).as("against the one before").isEqualTo(1);
        assertThat(ledger.count("payment where amount = 10000")).isEqualTo(1);
    }

    @Test
    void whatACrashLeftIsNotBookedTwice() {
        full("second.csv", "2026-11-27T09:00:00Z", owed(22, 2, 100_00));
        assertThat(payments.compareExports()).isEqualTo(2);
        ledger.run("delete from export_compared where batch_id > 1");
        assertThat(payments.compareExports()).isZero();
        assertThat(ledger.count("payment")).isEqualTo(2);
    }

    @Test
    void anOlderExportAHeldOneAndAPartOfTheDebtsTellNothing() {
        full("older.csv", "2026-11-23T09:00:00Z", owed(22, 2, 100_00));
        ReleasePolicy held = new ReleasePolicy(
                f -> List.of(Finding.of("MISSING", 1, 2, 3)), FULL.budget(), FULL.canary(), true, true);
        node.load("held.csv", List.of(owed(32, 2, 100_00)), held);
        node.load("part.csv", List.of(owed(42, 2, 10_00)));
        assertThat(payments.compareExports()).isZero();
    }

    @Test
    void aDebtKnownByPhoneAndAmountAloneIsGoneOnlyWithItsPhone() {
        ledger.run("update reminder set account = null");
        full("second.csv", "2026-11-27T09:00:00Z", ledger.row(2, "other amount", 60_00, 1), owed(23, 3, 200_00));
        assertThat(payments.compareExports())
                .as("of line 4; line 2 asks its phone for another amount")
                .isEqualTo(1);
        assertThat(ledger.count("payment where amount = 30000")).isEqualTo(1);
    }

    @Test
    void whatWasHeldOutOrPaidBeforeItWasSentCountsAsWell() {
        ledger.run("update reminder set sent_at = null, state = 'SUPPRESSED', reason = 'HOLD_OUT' where line = 2");
        ledger.run("update reminder set state = 'QUEUED' where line = 5");
        full("second.csv", "2026-11-27T09:00:00Z", owed(23, 3, 200_00));
        assertThat(ledger.count("reminder where reason = 'PAID'")).isEqualTo(1);
        assertThat(payments.compareExports()).as("lines 2, 4 and 5").isEqualTo(3);
    }

    @Test
    void ofAFileWithAHoldOutGroupWhatWasNeverSentCountsAsWell() {
        ledger.run("update batch set hold_out = true");
        ledger.run("update reminder set state = 'SUPPRESSED', sent_at = null where line = 4");
        full("second.csv", "2026-11-27T09:00:00Z", owed(22, 2, 100_00), owed(23, 3, 200_00));
        assertThat(payments.compareExports()).as("line 5").isEqualTo(1);
        assertThat(ledger.count("payment where amount = 40000"))
                .as("withdrawn before it was sent")
                .isEqualTo(1);
    }

    @Test
    void aListTakenBeforeTheSendingIsMatchedWhereAGroupIsHeldOut() {
        node.load("waiting.csv", List.of(ledger.rowOf(9, "48501000009", 100_00, "acc")));
        Payments.Payment payment =
                new Payments.Payment(1, null, "acc", null, new Amount(100_00), LocalDate.of(2026, 11, 24));
        ledger.run("update batch set hold_out = file_name = 'waiting.csv'");
        long list =
                payments.open("waste", "list.csv", LedgerFixture.sha256("list")).id();
        assertThat(payments.book(list, "waste", List.of(payment)).matched()).isEqualTo(1);
        assertThat(ledger.count("payment p join reminder r on r.debt_key = p.debt_key where r.line = 9"))
                .isEqualTo(1);
    }

    @Test
    void aSandboxIsToldNothingOf() {
        ledger.run("update batch set source = 'waste~sandbox'");
        ledger.run("update reminder set source = 'waste~sandbox'");
        FileIdentity file = new FileIdentity(
                "waste~sandbox", "s.csv", LedgerFixture.sha256("s"), 9, Instant.parse("2026-11-27T09:00:00Z"));
        long batch = ((Opening.Load) node.batches.open(file, "UTF-8", ';')).batchId();
        node.batches.load(batch, List.of(owed(22, 2, 50_00)), List.of());
        node.batches.finish(batch, 1, FULL);
        assertThat(payments.compareExports()).isZero();
        assertThat(ledger.count("payment")).isZero();
    }

    private NewReminder owed(int line, long grosze) {
        return owed(line, line, grosze);
    }

    private NewReminder owed(int line, int debt, long grosze) {
        return ledger.row(line, "debt" + debt, grosze, 1);
    }

    private void full(String name, String modified, NewReminder... rows) {
        FileIdentity file = new FileIdentity("waste", name, LedgerFixture.sha256(name), 9, Instant.parse(modified));
        long batch = ((Opening.Load) node.batches.open(file, "UTF-8", ';')).batchId();
        node.batches.load(batch, List.of(rows), List.of());
        node.batches.finish(batch, rows.length, FULL);
    }
}
