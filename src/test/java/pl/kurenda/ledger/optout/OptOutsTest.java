package pl.kurenda.ledger.optout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.dispatch.SubmitReport;
import pl.kurenda.recipient.Msisdn;

/** Opt-outs on a real database: whatever a reminder's state, nothing is sent to the number after it. */
class OptOutsTest {
    private static final Msisdn PHONE = new Msisdn("48501000002");

    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node node = ledger.node("alive");

    @Test
    void whoAndWhyAreAskedFor() {
        assertThatThrownBy(() -> node.optOuts.add(PHONE, "", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> node.optOuts.add(PHONE, "ewa", " ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.count("opt_out")).isZero();
    }

    @Test
    void aRowOfTheNumberBeginsSuppressedAndIsBooked() {
        optOut();
        BatchTotals totals = node.load("x.csv", 2);
        assertThat(ledger.states()).isEqualTo(Map.of(2, "SUPPRESSED", 3, "QUEUED"));
        assertThat(totals.reasons()).containsEntry("OPTED_OUT", 1);
        assertThat(ledger.count("outcome where state = 'SUPPRESSED' and reason = 'OPTED_OUT'"))
                .isEqualTo(1);
    }

    @Test
    void whatWaitsIsSuppressedWithHistoryAndOutcome() {
        node.load("x.csv", 2);
        ledger.run("update reminder set state = 'HELD' where line = 3");
        optOut();
        node.optOuts.add(new Msisdn("48501000003"), "ewa", "by letter");
        assertThat(ledger.states()).isEqualTo(Map.of(2, "SUPPRESSED", 3, "SUPPRESSED"));
        assertThat(ledger.count(
                        "history where from_state = 'HELD' and to_state = 'SUPPRESSED' and reason = 'OPTED_OUT'"))
                .isEqualTo(1);
        assertThat(ledger.count("outcome where reason = 'OPTED_OUT'")).isEqualTo(2);
    }

    @Test
    void betweenClaimAndSubmitItIsStillInTime() {
        node.load("x.csv", 2);
        List<ClaimedReminder> claimed = node.dispatches.claim(10, source -> true);
        optOut();
        assertThat(node.dispatches.submitting(claimed))
                .extracting(ClaimedReminder::msisdn)
                .containsExactly("48501000003");
        assertThat(ledger.states()).isEqualTo(Map.of(2, "SUPPRESSED", 3, "SUBMITTING"));
        assertThat(ledger.count("outcome where reason = 'OPTED_OUT'")).isEqualTo(1);
    }

    @Test
    void whatIsRefusedForNowAfterTheOptOutIsNotTriedAgain() {
        node.load("x.csv", 1);
        ClaimedReminder sent = node.submitting(10).get(0);
        optOut();
        node.dispatches.record(List.of(new SubmitReport(
                sent.id(), sent.fence(), ReminderState.QUEUED, "ESME_RTHROTTLED", ledger.clock.instant(), List.of())));
        assertThat(ledger.state(2)).isEqualTo("QUEUED");
        assertThat(node.dispatches.claim(10, source -> true)).isEmpty();
        assertThat(ledger.state(2)).isEqualTo("SUPPRESSED");
        assertThat(ledger.count("batch where open")).isZero();
    }

    @Test
    void whatIsWithTheSmscStaysThere() {
        node.load("x.csv", 1);
        node.accepted(node.submitting(10).get(0), "a");
        optOut();
        assertThat(ledger.state(2)).isEqualTo("ENROUTE");
        assertThat(ledger.count("outcome")).isZero();
    }

    @Test
    void whoOptsOutWhileTheFileIsBeingLoadedIsFoundAtItsEnd() {
        long batch = node.begin("x.csv");
        node.batches.load(batch, ledger.rows(2, 3), List.of());
        // as if the sweep had come just before the block was committed
        ledger.jdbc
                .sql(
                        "insert into opt_out (msisdn, masked_phone, since, who, why) values ('48501000002', '', ?, 'ewa', 'x')")
                .param(Utc.of(ledger.clock.instant()))
                .update();
        BatchTotals totals = node.batches.finish(batch, 2);
        assertThat(totals.queued()).isEqualTo(1);
        assertThat(totals.suppressed()).isEqualTo(1);
        assertThat(ledger.states()).isEqualTo(Map.of(2, "SUPPRESSED", 3, "QUEUED"));
    }

    @Test
    void afterTheOptOutIsTakenBackTheDebtMayBeRemindedOf() {
        optOut();
        assertThat(node.optOuts.add(PHONE, "jan", "again")).isFalse();
        node.load("x.csv", 1);
        assertThat(node.optOuts.remove(PHONE, "ewa", "changed her mind")).isTrue();
        assertThat(node.optOuts.remove(PHONE, "ewa", "changed her mind")).isFalse();
        ledger.clock.advance(Duration.ofDays(1));
        node.load("y.csv", 1);
        assertThat(ledger.count("reminder where line = 2 and state = 'QUEUED'")).isEqualTo(1);
        assertThat(ledger.count("opt_out_change where who = 'ewa' and opted_out = false and why = 'changed her mind'"))
                .isEqualTo(1);
        assertThat(ledger.count("opt_out_change")).isEqualTo(2);
    }

    @Test
    void aVendorTakesBackWhatItAloneHasPutIn() {
        node.optOuts.addFor("soft", PHONE, "vendor soft (a)", "by phone");
        node.optOuts.addFor("soft", PHONE, "vendor soft (b)", "by phone");
        assertThat(node.optOuts.removeOf("other", PHONE, "vendor other (a)", "x"))
                .isFalse();
        assertThat(node.optOuts.removeOf("soft", PHONE, "vendor soft (b)", "x")).isTrue();
        assertThat(node.optOuts.removeOf("soft", PHONE, "vendor soft (b)", "x")).isFalse();
        assertThat(ledger.count("opt_out")).isZero();
    }

    @Test
    void whatAResidentTheOfficeOrAnotherVendorAskedForAsWellIsNotTheVendorsToTakeBack() {
        optOut();
        assertThat(node.optOuts.removeOf("soft", PHONE, "vendor soft (a)", "x")).isFalse();
        node.optOuts.addFor("soft", PHONE, "vendor soft (a)", "x");
        assertThat(node.optOuts.removeOf("soft", PHONE, "vendor soft (a)", "x")).isFalse();
        Msisdn both = new Msisdn("48501000003");
        node.optOuts.addFor("soft", both, "vendor soft (a)", "x");
        node.optOuts.addFor("other", both, "vendor other (a)", "x");
        assertThat(node.optOuts.removeOf("soft", both, "vendor soft (a)", "x")).isFalse();
        Msisdn stopped = new Msisdn("48501000004");
        node.optOuts.addFor("soft", stopped, "vendor soft (a)", "x");
        assertThat(node.optOuts.add(stopped, "resident", "STOP")).isFalse();
        assertThat(node.optOuts.removeOf("soft", stopped, "vendor soft (a)", "x"))
                .isFalse();
        assertThat(node.optOuts.remove(stopped, "ewa", "x")).isTrue();
    }

    @Test
    void theyAreListedByNumber() {
        node.optOuts.add(new Msisdn("48601000002"), "ewa", "b");
        optOut();
        List<OptOut> all = new ArrayList<>();
        node.optOuts.each(all::add);
        assertThat(all)
                .containsExactly(
                        new OptOut(PHONE, ledger.clock.instant(), "ewa", "by phone"),
                        new OptOut(new Msisdn("48601000002"), ledger.clock.instant(), "ewa", "b"));
    }

    private void optOut() {
        assertThat(node.optOuts.add(PHONE, "ewa", "by phone")).isTrue();
    }
}
