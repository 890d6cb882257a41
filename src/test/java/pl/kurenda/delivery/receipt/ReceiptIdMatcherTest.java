package pl.kurenda.delivery.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.kurenda.delivery.account.SmscAccount;
import pl.kurenda.delivery.account.SmscAccounts;
import pl.kurenda.delivery.account.SmscAddress;
import pl.kurenda.delivery.receipt.MessageIdNotationTest.Settings;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.inbox.DeliveryReceipt;

/** Receipts that settle nothing are counted. */
class ReceiptIdMatcherTest {
    private static final Duration WINDOW = Duration.ofHours(72);

    private final LedgerFixture ledger = new LedgerFixture();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ReceiptIdMatcher matching =
            new ReceiptIdMatcher(new SmscAccounts(List.of(account())), ledger.clock(), meters);

    @Test
    void eachKindIsCounted() {
        receive("1", null);
        receive("2", "ENROUTE");
        receive("3", "ACCEPTED");
        receive("4", "DELIVERED");
        assertThat(counted("unreadable")).isEqualTo(1);
        assertThat(counted("intermediate")).isEqualTo(2);
        assertThat(counted("unmatched")).as("it waits").isZero();
        ledger.clock().advance(WINDOW.plusMinutes(1));
        settle();
        assertThat(counted("unmatched")).isEqualTo(1);
        assertThat(counted("repeated")).isZero();
    }

    private static SmscAccount account() {
        SmscAddress address = new SmscAddress("smsc", "localhost", 1, "u", "p", false, true);
        return new SmscAccount("smsc", address, Settings.smsc("id-format", "same", "validity", "1d"));
    }

    private void receive(String id, String stat) {
        ledger.receive(ledger.entries(List.of(new DeliveryReceipt(
                "smsc", id, "48501000002", stat, "000", null, ledger.clock().instant()))));
        settle();
    }

    private void settle() {
        ledger.inbox().settle(100, matching, WINDOW);
    }

    private double counted(String why) {
        return meters.get("kurenda.receipts.unsettling")
                .tag("why", why)
                .counter()
                .count();
    }
}
