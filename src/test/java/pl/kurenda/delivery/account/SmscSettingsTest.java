package pl.kurenda.delivery.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;

class SmscSettingsTest {

    @Test
    void defaults() {
        SmscSettings settings = bind(Map.of());
        assertThat(settings)
                .isEqualTo(new SmscSettings(
                        null,
                        2775,
                        null,
                        "",
                        false,
                        null,
                        10,
                        0,
                        "transmitter+receiver",
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofHours(24),
                        null,
                        null,
                        null,
                        MessageIdFormat.AUTO,
                        Map.of(),
                        Duration.ZERO,
                        0,
                        1));
        assertThat(settings.bindMode()).isEqualTo(BindMode.TRANSMITTER_RECEIVER);
    }

    @Test
    void everyKeyIsMapped() {
        Map<String, String> keys = new HashMap<>(Map.of(
                "host", "smsc.example.pl",
                "port", "3550",
                "system-id", "gmina",
                "password", "tajne",
                "tls", "true",
                "window", "50",
                "rate", "100",
                "bind", "transceiver"));
        keys.putAll(Map.of(
                "enquire-link", "10s",
                "response-timeout", "1m",
                "validity", "2d",
                "source-ton", "5",
                "source-npi", "0",
                "name", "operator-1",
                "id-format", "hex-in-response"));
        keys.putAll(Map.of("status.1040", "for-good", "query-after", "1h", "priority", "-1", "weight", "100"));
        keys.put("ssl-bundle", "operator");
        assertThat(bind(keys))
                .isEqualTo(new SmscSettings(
                        "smsc.example.pl",
                        3550,
                        "gmina",
                        "tajne",
                        true,
                        "operator",
                        50,
                        100,
                        "transceiver",
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(1),
                        Duration.ofDays(2),
                        5,
                        0,
                        "operator-1",
                        MessageIdFormat.HEX_IN_RESPONSE,
                        Map.of("1040", "for-good"),
                        Duration.ofHours(1),
                        -1,
                        100));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "port, 0, 1 to 65535",
        "port, 65536, 1 to 65535",
        "window, 0, 1 to 1000",
        "window, 1001, 1 to 1000",
        "rate, -1, 0 to 1000000",
        "bind, receiver, transmitter+receiver and transceiver",
        "enquire-link, 500ms, 1s to 3600s",
        "response-timeout, 0s, 1s to 600s",
        "validity, 31d, 60s to 2592000s",
        "source-ton, 7, 0 to 6",
        "source-npi, 2, '0, 1, 3, 4, 6'",
        "system-id, 1234567890123456, 1 to 15",
        "query-after, 59s, 60s to 2592000s",
        "query-after, 31d, 60s to 2592000s",
        "weight, 0, 1 to 100",
        "weight, 101, 1 to 100",
        "status.0x410, later, 'accepted, for-now, throttled, for-good, bind-broken'",
    })
    void aWrongValueIsNamedTogetherWithWhatIsAllowed(String key, String value, String allowed) {
        assertThatThrownBy(() -> bind(Map.of(key, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kurenda.smsc." + key + " is '")
                .hasMessageContaining(allowed);
    }

    @Test
    void aHostWithoutAUserStopsTheStart() {
        assertThatThrownBy(() -> bind(Map.of("host", "smsc.example.pl", "system-id", " ")))
                .rootCause()
                .hasMessageContaining("kurenda.smsc.host is 'smsc.example.pl'")
                .hasMessageContaining("kurenda.smsc.system-id");
    }

    @Test
    void aBundleWithoutTlsStopsTheStart() {
        Map<String, String> plain = Map.of("host", "smsc.example.pl", "system-id", "gmina", "ssl-bundle", "operator");
        assertThatThrownBy(() -> bind(plain))
                .rootCause()
                .hasMessageContaining("kurenda.smsc.ssl-bundle is 'operator'")
                .hasMessageContaining("kurenda.smsc.tls=true");
        assertThat(bind(Map.of("ssl-bundle", "operator")).sslBundle())
                .as("shared by several accounts")
                .isEqualTo("operator");
        assertThat(bind(Map.of("ssl-bundle", " ")).sslBundle()).isNull();
    }

    @Test
    void aWrongPasswordIsNotRepeated() {
        assertThatThrownBy(() -> bind(Map.of("password", "zażółć")))
                .rootCause()
                .hasMessageContaining("kurenda.smsc.password")
                .hasMessageNotContaining("zażółć");
    }

    @Test
    void anUnknownIdFormatIsRefused() {
        assertThatThrownBy(() -> bind(Map.of("id-format", "octal"))).hasMessageContaining("kurenda.smsc.id-format");
    }

    @Test
    void anEmptyHostMeansTheSimulator() {
        assertThat(bind(Map.of("host", " ")).host()).isNull();
    }

    @Test
    void theNameIsTheHostUnlessGiven() {
        assertThat(bind(Map.of("host", "smsc.example.pl", "system-id", "gmina")).name())
                .isEqualTo("smsc.example.pl");
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(bind(Map.of("password", "tajne"))).asString().doesNotContain("tajne");
    }

    @ParameterizedTest
    @CsvSource({"UM Gdansk, 5, 0", "48501234567, 1, 1", "7250, 3, 0", "A4, 5, 0"})
    void typeAndPlanFollowTheSender(String sender, int ton, int npi) {
        SmscSettings settings = bind(Map.of());
        assertThat(settings.sourceTon(sender)).isEqualTo(ton);
        assertThat(settings.sourceNpi(sender)).isEqualTo(npi);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UM Gdansk", "48501234567"})
    void typeAndPlanThatAreSetWin(String sender) {
        SmscSettings settings = bind(Map.of("source-ton", "0", "source-npi", "9"));
        assertThat(settings.sourceTon(sender)).isZero();
        assertThat(settings.sourceNpi(sender)).isEqualTo(9);
    }

    private static SmscSettings bind(Map<String, String> keys) {
        Map<String, String> properties = new HashMap<>();
        keys.forEach((key, value) -> properties.put("kurenda.smsc." + key, value));
        return new Binder(
                        List.of(new MapConfigurationPropertySource(properties)),
                        null,
                        ApplicationConversionService.getSharedInstance())
                .bindOrCreate("kurenda.smsc", SmscSettings.class);
    }
}
