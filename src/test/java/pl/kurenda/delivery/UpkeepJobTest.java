package pl.kurenda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;

class UpkeepJobTest {
    private final LedgerFixture ledger = new LedgerFixture();

    @BeforeEach
    void leaveOneUnknown() {
        ledger.leaveUnknown("x.csv", 1);
    }

    @Test
    void underReportNothingIsSentAgain() {
        ledger.clock().advance(Duration.ofDays(1));
        housekeeping("report").resend();
        assertThat(ledger.states()).isEqualTo(Map.of(2, "UNKNOWN"));
    }

    @Test
    void underResendItIsSentAgainWhenNoReceiptHasComeForTenMinutes() {
        UpkeepJob housekeeping = housekeeping("resend");
        ledger.clock().advance(Duration.ofMinutes(10));
        housekeeping.resend();
        assertThat(ledger.states()).isEqualTo(Map.of(2, "UNKNOWN"));
        ledger.clock().advance(Duration.ofMillis(1));
        housekeeping.resend();
        assertThat(ledger.states()).isEqualTo(Map.of(2, "QUEUED"));
    }

    private UpkeepJob housekeeping(String onUnknown) {
        return new UpkeepJob(
                ledger.upkeep(),
                ledger.decisions(),
                new DeliverySettings(Duration.ofHours(72), onUnknown, Duration.ofSeconds(18)));
    }
}
