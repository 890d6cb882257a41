package pl.kurenda.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PriceSettingsTest {
    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(MessageConfiguration.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "segment|-0.01|kurenda.price.segment is -0.01; allowed: PLN net for each segment, 0 or more",
                "segment|0.00001|kurenda.price.segment is 0.00001; allowed: PLN net for each segment, 0 or more"
            })
    void aWrongValueStopsTheStartWithASentence(String key, String value, String sentence) {
        runner.withPropertyValues("kurenda.price." + key + "=" + value)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(sentence));
    }

    @ParameterizedTest
    @CsvSource({"segment,7 gr", "segment,'0,07'"})
    void aValueThatIsNoNumberStopsTheStartToo(String key, String value) {
        runner.withPropertyValues("kurenda.price." + key + "=" + value)
                .run(context -> assertThat(context).getFailure().rootCause().isNotNull());
    }

    @Test
    void anEmptyValueIsTheDefault() {
        runner.withPropertyValues("kurenda.price.segment=")
                .run(context ->
                        assertThat(context.getBean(PriceSettings.class).cost(1)).isEqualTo(new BigDecimal("0.0700")));
    }

    @Test
    void hasDefaults() {
        runner.run(context -> assertThat(context.getBean(PriceSettings.class))
                .isEqualTo(new PriceSettings(new BigDecimal("0.0700"))));
    }

    @Test
    void isMapped() {
        runner.withPropertyValues("kurenda.price.segment=0.1")
                .run(context -> assertThat(context.getBean(PriceSettings.class))
                        .isEqualTo(new PriceSettings(new BigDecimal("0.1000"))));
    }

    @ParameterizedTest
    @CsvSource({"0,0.0000", "1,0.0700", "3,0.2100", "100000,7000.0000"})
    void costsByTheSegment(int segments, BigDecimal cost) {
        PriceSettings price = new PriceSettings(new BigDecimal("0.07"));
        assertThat(price.cost(segments)).isEqualTo(cost);
    }
}
