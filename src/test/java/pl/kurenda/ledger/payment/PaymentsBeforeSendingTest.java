package pl.kurenda.ledger.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.TallyCheck;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.RowFixture;
import pl.kurenda.ledger.batch.FileIdentity;
import pl.kurenda.ledger.batch.Opening;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.payment.Payments.Payment;
import pl.kurenda.money.Amount;

/** Payments of debts whose reminders have not gone yet. The file was written and received on 24 November; line 4 asks for 10.04. */
class PaymentsBeforeSendingTest {
    private static final LocalDate THEN = LocalDate.of(2026, 11, 24);

    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node node = ledger.node("a");
    private final Payments payments = ledger.payments();

    @BeforeEach
    void load() {
        node.load("x.csv", 4);
        ledger.run("update reminder set reference = concat('R/', line)");
    }

    @AfterEach
    void exact() {
        TallyCheck.exact(ledger.jdbc);
        node.upkeep.tidy(Duration.ofHours(72));
        TallyCheck.exact(ledger.jdbc);
    }

    /** A file of that day may or may not have had a payment of the day; one of an earlier day it has. */
    @ParameterizedTest(name = "{0} grosze, {1} days later -> {2} {3}")
    @CsvSource({
        "1004, 0, SUPPRESSED, PAID",
        "1004, 3, SUPPRESSED, PAID",
        "5000, 1, SUPPRESSED, PAID",
        "1003, 1, WITHDRAWN, AMOUNT_CHANGED",
        "1, 0, WITHDRAWN, AMOUNT_CHANGED",
        "1004, -1, QUEUED,",
        "1, -1, QUEUED,"
    })
    void aDebtThatIsPaidIsNotRemindedOf(long grosze, int later, String state, String reason) {
        long list = list("a.csv", pay(4, grosze, later));
        assertThat(ledger.states()).isEqualTo(Map.of(2, "QUEUED", 3, "QUEUED", 4, state, 5, "QUEUED"));
        boolean ended = reason != null;
        assertThat(ledger.sql("select coalesce(reason, '') from reminder where line = 4"))
                .containsExactly(ended ? reason : "");
        assertThat(payments.takenBack(list)).isEqualTo(ended ? 1 : 0);
        assertThat(ledger.count("outcome where state = '" + state + "' and reason = '" + reason + "'"))
                .isEqualTo(ended ? 1 : 0);
        assertThat(ledger.sql("select concat(who, '|', from_state, '|', reason) from history"))
                .isEqualTo(ended ? List.of("payments " + list + " a.csv|QUEUED|" + reason) : List.of());
        assertThat(node.submitting(10)).hasSize(ended ? 3 : 4);
    }

    @Test
    void partsAddUpAndWhatIsPaidBeforeTheFileIsNotAmongThem() {
        ledger.run("update reminder set state = 'HELD', reason = 'BUDGET' where line = 4");
        list("a.csv", pay(4, 1000, -2));
        assertThat(ledger.state(4)).isEqualTo("HELD");
        list("b.csv", pay(4, 504, 0), pay(4, 500, 1));
        assertThat(ledger.sql("select reason from reminder where line = 4")).containsExactly("PAID");
        list("c.csv", pay(4, 1, 1));
        assertThat(ledger.count("history")).isEqualTo(1);
    }

    @Test
    void afterAPartTheRestIsKnownButTheCorrectionOfANewerFileGoes() {
        list("a.csv", pay(4, 400, 0));
        ledger.clock().advance(Duration.ofDays(1));
        node.load("y.csv", List.of(ledger.row(14, "debt4", 604, 1)));
        ledger.run(
                "update batch set file_modified = '2026-11-25 09:00:00', received_at = '2026-11-25 10:00:00' where file_name = 'y.csv'");
        ledger.run("update reminder set reference = 'R/4' where line = 14");
        assertThat(ledger.states()).containsEntry(4, "WITHDRAWN").containsEntry(14, "QUEUED");
        Payments.Booked booked = payments.book(open("b.csv"), "waste", List.of(pay(4, 604, 1)));
        assertThat(booked.matched()).isEqualTo(1);
        assertThat(ledger.states()).containsEntry(4, "WITHDRAWN").containsEntry(14, "SUPPRESSED");
    }

    @Test
    void whatWasClaimedGoesAndItsPaymentCounts() {
        List<ClaimedReminder> claimed = node.dispatches.claim(1, source -> true);
        assertThat(claimed).hasSize(1);
        Payments.Booked booked = payments.book(open("a.csv"), "waste", List.of(pay(2, 1002, 0), pay(3, 1003, 0)));
        assertThat(booked.matched()).isEqualTo(2);
        assertThat(ledger.states()).containsEntry(2, "CLAIMED").containsEntry(3, "SUPPRESSED");
    }

    /** Its amounts are no longer those that are owed: it is not what a person has taken back to mend the settings. */
    @Test
    void theSameFileAgainIsRefusedAfterParts() {
        list("a.csv", pay(2, 1, 0), pay(3, 1, 0), pay(4, 1, 0), pay(5, 1, 0));
        assertThat(ledger.states().values()).containsOnly("WITHDRAWN");
        FileIdentity copy = new FileIdentity(
                "waste",
                "copy.csv",
                RowFixture.sha256("x.csv"),
                100,
                ledger.clock().instant());
        assertThat(node.batches.open(copy, "UTF-8", ';')).isInstanceOf(Opening.Repeated.class);
    }

    @Test
    void anotherSourceAndAnUnknownReferenceChangeNothing() {
        payments.book(open("a.csv"), "tax", List.of(pay(4, 1004, 0)));
        list("b.csv", pay(40, 1004, 0));
        assertThat(ledger.state(4)).isEqualTo("QUEUED");
    }

    /** Each is either claimed, and goes, or taken back: never both. */
    @Test
    void claimsAndPaymentsAtOnce() {
        node.load("y.csv", ledger.rows(100, 299));
        ledger.run("update reminder set reference = concat('R/', line)");
        long list = open("a.csv");
        List<ClaimedReminder> claimed = new ArrayList<>();
        CountDownLatch both = new CountDownLatch(2);
        CompletableFuture<Void> claiming = CompletableFuture.runAsync(() -> {
            meet(both);
            for (int i = 0; i < 20; i++) {
                claimed.addAll(node.dispatches.claim(7, source -> true));
            }
        });
        CompletableFuture<Void> paying = CompletableFuture.runAsync(() -> {
            meet(both);
            for (int line = 290; line >= 100; line -= 10) {
                payments.book(
                        list,
                        "waste",
                        IntStream.range(line, line + 10)
                                .mapToObj(each -> pay(each, 1000 + each, 1))
                                .toList());
            }
        });
        claiming.join();
        paying.join();
        int paid = payments.takenBack(list);
        assertThat(ledger.count("reminder where state = 'SUPPRESSED' and reason = 'PAID'"))
                .isEqualTo(paid);
        assertThat(ledger.count("reminder where state = 'CLAIMED'")).isEqualTo(claimed.size());
        assertThat(claimed).extracting(ClaimedReminder::id).doesNotHaveDuplicates();
        assertThat(ledger.count("outcome where reason = 'PAID'")).isEqualTo(paid);
    }

    private static void meet(CountDownLatch both) {
        both.countDown();
        try {
            both.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long list(String name, Payment... each) {
        long list = open(name);
        payments.book(list, "waste", List.of(each));
        payments.finish(list);
        return list;
    }

    private long open(String name) {
        return payments.open("waste", name, RowFixture.sha256(name)).id();
    }

    private static Payment pay(int line, long grosze, int later) {
        return new Payment(1, "R/" + line, null, null, new Amount(grosze), THEN.plusDays(later));
    }
}
