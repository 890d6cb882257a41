package pl.kurenda.ops.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetentionSettingsTest {

    @Test
    void ninetyDaysAreUsual() {
        RetentionSettings settings = bind("other", "x");
        assertThat(settings).isEqualTo(new RetentionSettings(90, "0 40 * * * ?"));
        settings.checkAgainst(89);
    }

    @Test
    void theyAreTaken() {
        assertThat(bind("kurenda.retention.days", "30").days()).isEqualTo(30);
        assertThat(bind("kurenda.retention.cron", "0 0 3 * * ?").cron()).isEqualTo("0 0 3 * * ?");
    }

    @ParameterizedTest
    @CsvSource({"days, 0", "days, 3651", "cron, at night"})
    void aWrongOneIsTold(String key, String value) {
        assertThatThrownBy(() -> bind("kurenda.retention." + key, value))
                .rootCause()
                .hasMessageStartingWith("kurenda.retention." + key + " is '" + value + "'; allowed is");
    }

    @Test
    void accountsMustOutliveTheListsThatShowThem() {
        assertThatThrownBy(() -> new RetentionSettings(90, "0 40 * * * ?").checkAgainst(90))
                .hasMessage("kurenda.retention.days is '90'; allowed is a number above kurenda.report.upomnienie.days,"
                        + " which is 90");
    }

    private static RetentionSettings bind(String key, String value) {
        return new Binder(new MapConfigurationPropertySource(Map.of(key, value)))
                .bindOrCreate("kurenda.retention", RetentionSettings.class);
    }
}
