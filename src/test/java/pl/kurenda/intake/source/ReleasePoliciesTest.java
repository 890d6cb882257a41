package pl.kurenda.intake.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import pl.kurenda.ledger.gate.ReleasePolicy;

class ReleasePoliciesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gate.enabled|maybe|true or false",
                "gate.min-rows|0|a whole number from 1 to 10000000",
                "gate.min-rows|1.5|a whole number",
                "gate.max-rows|-1|a whole number from 1 to",
                "gate.max-rejected|101|a whole number from 0 to 100",
                "gate.max-total|12,345|PLN, 0 or more, with at most two decimals",
                "gate.max-amount|-5|PLN, 0 or more",
                "gate.equal-amounts|true|hold or pass",
                "gate.max-factor|0.9|a number from 1 to 1000",
                "gate.max-factor|twice|a number from 1 to 1000",
                "budget|lots|PLN, 0 or more",
                "budget.month|1.001|PLN, 0 or more",
                "canary.wait|0|a whole number from 1 to 1440",
                "canary.size|x|a whole number from 0",
                "full-export|ja|true or false"
            })
    void wrongValueIsToldWithKeyAndWhatIsAllowed(String key, String value, String allowed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of(key, value)))
                .withMessageStartingWith("kurenda.sources.waste." + key + " is " + value + "; allowed: ")
                .withMessageContaining(allowed);
    }

    @Test
    void aBudgetForAFileIsNamedOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> read(Map.of("budget", "5", "budget.batch", "5")));
    }

    @Test
    void nothingNeedsToBeSet() {
        ReleasePolicyReader.Read read = read(Map.of());
        assertThat(read.gate()).isEqualTo(GateSettings.DEFAULT);
        assertThat(read.budget()).isEqualTo(new ReleasePolicy.Budget(null, null, null));
        assertThat(read.canary().size()).isZero();
        assertThat(read.fullExport()).isFalse();
    }

    @Test
    void whatIsSetIsRead() {
        ReleasePolicyReader.Read read = read(Map.of(
                "budget", "250,50",
                "budget.day", "none",
                "budget.month", "5000",
                "canary.size", "100",
                "canary.wait", "15",
                "canary.max-failures", "5",
                "full-export", "true",
                "gate.max-total", "100000.01",
                "gate.equal-amounts", "pass",
                "gate.max-factor", "1.5"));
        assertThat(read.budget())
                .isEqualTo(new ReleasePolicy.Budget(new BigDecimal("250.50"), null, new BigDecimal("5000")));
        assertThat(read.canary()).isEqualTo(new ReleasePolicy.Canary(100, Duration.ofMinutes(15), 5));
        assertThat(read.fullExport()).isTrue();
        assertThat(read.gate().maxTotal()).isEqualTo(10_000_001);
        assertThat(read.gate().equalAmounts()).isTrue();
        assertThat(read.gate().maxFactor()).isEqualByComparingTo("1.5");
    }

    private static ReleasePolicyReader.Read read(Map<String, String> settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        settings.forEach((key, value) -> source.put("kurenda.sources.waste." + key, value));
        return new ReleasePolicyReader(new Binder(source), "waste").read();
    }
}
