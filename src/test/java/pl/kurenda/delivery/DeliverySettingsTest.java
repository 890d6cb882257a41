package pl.kurenda.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

class DeliverySettingsTest {

    @Test
    void defaults() {
        DeliverySettings settings = bind(Map.of());
        assertThat(settings.receiptWindow()).isEqualTo(Duration.ofHours(72));
        assertThat(settings.policy()).isEqualTo(OnUnknown.REPORT);
        assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(18));
    }

    @Test
    void mapping() {
        DeliverySettings settings = bind(Map.of(
                "kurenda.delivery.receipt-window", "5m",
                "kurenda.delivery.on-unknown", "resend",
                "kurenda.delivery.drain", "3s"));
        assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.receiptWindow()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.policy()).isEqualTo(OnUnknown.RESEND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "false", "-", "re send"})
    void aWrongPolicyIsRefusedWithASentence(String value) {
        assertThatThrownBy(() -> bind(Map.of("kurenda.delivery.on-unknown", value)))
                .rootCause()
                .hasMessage("kurenda.delivery.on-unknown is '" + value + "'; allowed are report and resend");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "999ms", "26s", "1h"})
    void aStopThatIsTooShortOrTooLongIsOutOfRange(String drain) {
        assertThat(bind(Map.of("kurenda.delivery.drain", drain)).isDrainInRange())
                .isFalse();
    }

    private static DeliverySettings bind(Map<String, String> keys) {
        return new Binder(
                        java.util.List.of(new MapConfigurationPropertySource(keys)),
                        null,
                        ApplicationConversionService.getSharedInstance(),
                        null)
                .bindOrCreate("kurenda.delivery", DeliverySettings.class);
    }
}
