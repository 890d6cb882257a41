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
                "segment|0.00001|kurenda.price.segment is 0.00001; allowed: PLN net for each segment, 0 or more",
                "accounts.plus|-1|kurenda.price.accounts.plus is -1; allowed: PLN net for each segment, 0 or more",
                "sources.tax.segment|-1|kurenda.price.sources.tax.segment is -1; allowed: PLN net for each segment",
                "sources.tax.accounts.plus|-1|kurenda.price.sources.tax.accounts.plus is -1; allowed: PLN net"
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
                .run(context -> assertThat(context.getBean(PriceSettings.class).cost("waste", 1))
                        .isEqualTo(new BigDecimal("0.0700")));
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
    @CsvSource({
        // source, account, its price, the highest price that may apply to the source
        "waste, orange, 0.0700, 0.0900",
        "waste, plus,   0.0600, 0.0900",
        "waste, play,   0.0900, 0.0900",
        "tax,   orange, 0.0800, 0.0850",
        "tax,   plus,   0.0850, 0.0850",
        "tax,   play,   0.0800, 0.0850",
        "water, play,   0.0100, 0.0700",
        "water, plus,   0.0600, 0.0700"
    })
    void theMostParticularPriceAppliesAndTheIntakeReckonsWithTheDearest(
            String source, String account, BigDecimal price, BigDecimal dearest) {
        runner.withPropertyValues(
                        "kurenda.price.segment=0.07",
                        "kurenda.price.accounts.plus=0.06",
                        "kurenda.price.accounts.play=0.09",
                        "kurenda.price.sources.tax.segment=0.08",
                        "kurenda.price.sources.tax.accounts.plus=0.085",
                        "kurenda.price.sources.water.accounts.play=0.01")
                .run(context -> {
                    PriceSettings prices = context.getBean(PriceSettings.class);
                    assertThat(prices.of(source, account)).isEqualTo(price);
                    assertThat(prices.cost(source, 1)).isEqualTo(dearest);
                });
    }

    @ParameterizedTest
    @CsvSource({"0,0.0000", "1,0.0700", "3,0.2100", "100000,7000.0000"})
    void costsByTheSegment(int segments, BigDecimal cost) {
        PriceSettings price = new PriceSettings(new BigDecimal("0.07"));
        assertThat(price.cost("waste", segments)).isEqualTo(cost);
    }
}
