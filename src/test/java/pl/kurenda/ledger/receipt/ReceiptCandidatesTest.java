package pl.kurenda.ledger.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.dispatch.ClaimedReminder;
import pl.kurenda.ledger.inbox.DeliveryReceipt;

class ReceiptCandidatesTest {
    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node a = ledger.node("a");

    @Test
    void otherKeysAreLookedForOnlyWhereTheLikelyOneFindsNothingThatFits() {
        a.load("x.csv", 3);
        List<ClaimedReminder> reminders = a.submitting(3);
        a.accepted(reminders.get(0), "a");
        a.accepted(reminders.get(1), "11");
        a.accepted(reminders.get(2), "c");
        receive(reminders.get(0), "10"); // a, as is likely
        receive(reminders.get(1), "11"); // b is likely, but only 11 is there
        receive(reminders.get(2), "10"); // a is likely, but of another telephone
        a.inbox.settle(10, new Guess(), Duration.ofHours(72));
        assertThat(ledger.states().values()).containsExactlyInAnyOrder("DELIVERED", "DELIVERED", "ENROUTE");
    }

    private void receive(ClaimedReminder reminder, String id) {
        ledger.receive(ledger.entries(List.of(
                new DeliveryReceipt("smsc", id, reminder.msisdn(), "DELIVERED", "000", null, ledger.clock.instant()))));
    }

    /** Decimal in receipts, and hexadecimal in answers, as has been seen before. */
    private static final class Guess implements ReceiptMatching {
        @Override
        public Set<String> keys(DeliveryReceipt receipt) {
            return Set.of(receipt.messageId(), hexadecimal(receipt));
        }

        @Override
        public Optional<String> likelyKey(DeliveryReceipt receipt) {
            return Optional.of(hexadecimal(receipt));
        }

        private static String hexadecimal(DeliveryReceipt receipt) {
            return Integer.toHexString(Integer.parseInt(receipt.messageId()));
        }

        @Override
        public Optional<SegmentRef> pick(DeliveryReceipt receipt, List<SegmentRef> candidates) {
            return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
        }
    }
}
