package pl.kurenda.ledger.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.optout.Confirmation;
import pl.kurenda.recipient.Msisdn;

/** A resident's STOP from the journal to the opt-out and its confirmation. */
class OptOutRequestsTest {
    private static final Msisdn PHONE = new Msisdn("48501000002");

    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node node = ledger.node("alive");

    @Test
    void aCrashBeforeTheOptOutLosesNothing() {
        store();
        assertThatThrownBy(() -> node.stops.settle(10, request -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(ledger.count("opt_out")).isZero();
        assertThat(ledger.count("batch")).isZero();

        assertThat(settle()).isEqualTo(1);
        assertThat(ledger.count("opt_out where who = 'resident'")).isEqualTo(1);
        assertThat(settle()).isZero();
    }

    @Test
    void aCrashAfterTheOptOutConfirmsNothingTwice() {
        node.load("x.csv", 1);
        store();
        settle();
        // as if the process had died between the opt-out and the sweep
        ledger.jdbc.sql("update stop_request set settled_at = null").update();
        ledger.jdbc
                .sql("update reminder set state = 'QUEUED' where source = 'waste'")
                .update();
        assertThat(settle()).isEqualTo(1);
        assertThat(ledger.count("reminder where source = 'opt-out'")).isEqualTo(1);
        assertThat(ledger.count("reminder where source = 'waste' and state = 'SUPPRESSED'"))
                .isEqualTo(1);
    }

    @Test
    void whatTheResidentSaysTwiceIsConfirmedOnce() {
        store();
        store();
        assertThat(settle()).isEqualTo(2);
        assertThat(ledger.count("batch where source = 'opt-out'")).isEqualTo(1);
        assertThat(ledger.count("stop_request where settled_at is null")).isZero();
    }

    @Test
    void theConfirmationIsSentThoughTheNumberIsOptedOutAndNothingElse() {
        node.load("x.csv", 2);
        store();
        settle();
        List<ClaimedReminder> sent = node.submitting(10);
        assertThat(sent)
                .extracting(ClaimedReminder::source, ClaimedReminder::msisdn, ClaimedReminder::sender)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("opt-out", "48501000002", "664400500"),
                        org.assertj.core.api.Assertions.tuple("waste", "48501000003", "GMINA"));
        sent.forEach(one -> node.accepted(one, "id" + one.id()));
        assertThat(ledger.count("reminder where source = 'opt-out' and state = 'ENROUTE' and amount = 0"))
                .isEqualTo(1);
        assertThat(ledger.count("batch where source = 'opt-out' and row_count = 1 and queued = 1 and not typical"))
                .isEqualTo(1);
        node.dispatches.claim(10, source -> true);
        assertThat(ledger.count("batch where open")).isZero();
    }

    @Test
    void theIdOfAConfirmationIsNobodyElses() {
        for (int i = 0; i < 3; i++) {
            store(new Msisdn("4860100000" + i));
            settle();
            node.load("x" + i + ".csv", List.of(ledger.row(2 + i)));
        }
        assertThat(ledger.count("reminder")).isEqualTo(6);
        assertThat(ledger.states())
                .containsOnly(
                        Map.entry(1, "QUEUED"), Map.entry(2, "QUEUED"), Map.entry(3, "QUEUED"), Map.entry(4, "QUEUED"));
    }

    @Test
    void withoutConfirmationNothingIsQueued() {
        store();
        assertThat(node.stops.settle(10, request -> Optional.empty())).isEqualTo(1);
        assertThat(ledger.count("opt_out")).isEqualTo(1);
        assertThat(ledger.count("batch")).isZero();
    }

    private void store() {
        store(PHONE);
    }

    private void store(Msisdn phone) {
        ledger.receive(ledger.entries(List.of(new OptOutRequest("smsc", phone, "664400500", ledger.clock.instant()))));
    }

    private int settle() {
        return node.stops.settle(
                10,
                request -> Optional.of(new Confirmation(
                        request.addressed(), "Dobrze", "GSM7", 1, new BigDecimal("0.0700"), Duration.ofDays(1))));
    }
}
