package pl.kurenda.delivery;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the delivery.
 *
 * @param receiptWindow how long to wait for a receipt, 1 minute to 30 days; by default 72 hours
 * @param onUnknown what happens to a reminder of unknown fate: {@code report} (the default) or {@code resend}
 * @param drain how long a stop waits for the responses to what is in flight, 1 to 25 seconds; by default 18
 */
@Validated
@ConfigurationProperties("kurenda.delivery")
public record DeliverySettings(
        @DefaultValue("72h") Duration receiptWindow,
        @DefaultValue("report") String onUnknown,
        @DefaultValue("18s") Duration drain) {

    /** @throws IllegalArgumentException with a sentence that names the key, the value and what is allowed */
    public DeliverySettings {
        OnUnknown.of(onUnknown);
    }

    /** What happens to a reminder of unknown fate. */
    public OnUnknown policy() {
        return OnUnknown.of(onUnknown);
    }

    @AssertTrue(message = "kurenda.delivery.drain must be between 1s and 25s")
    boolean isDrainInRange() {
        return drain.compareTo(Duration.ofSeconds(1)) >= 0 && drain.compareTo(Duration.ofSeconds(25)) <= 0;
    }

    @AssertTrue(message = "kurenda.delivery.receipt-window must be between 1m and 30d")
    boolean isReceiptWindowInRange() {
        return receiptWindow.compareTo(Duration.ofMinutes(1)) >= 0 && receiptWindow.compareTo(Duration.ofDays(30)) <= 0;
    }
}
