package pl.kurenda.ops.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsSettingsTest {
    private static final String TOKEN = "0123456789abcdefghij";

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "0123456789abcdefghi", "0123456789 abcdefghijk", "0123456789abcdefghią"})
    void aTokenThatCanBeGuessedOrNotSentIsRefused(String token) {
        assertThatThrownBy(() -> new MetricsSettings(token))
                .hasMessageContaining("kurenda.metrics.token")
                .hasMessageContaining("20 or more");
    }

    @Test
    void opensForItsTokenAlone() {
        MetricsSettings settings = new MetricsSettings(TOKEN);
        assertThat(settings.opens("Bearer " + TOKEN)).isTrue();
        assertThat(settings.opens("Bearer " + TOKEN + "k")).isFalse();
        assertThat(settings.opens("Basic " + TOKEN)).isFalse();
        assertThat(settings.opens(null)).isFalse();
        assertThat(settings).asString().doesNotContain(TOKEN);
    }

    @Test
    void withoutATokenItOpensForNobody() {
        assertThat(new MetricsSettings(null).opens("Bearer null")).isFalse();
    }
}
