package pl.kurenda.report.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import pl.kurenda.report.ReportConfiguration;

class ReportSettingsTest {
    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(ReportConfiguration.class);

    @Test
    void defaults() {
        runner.run(context -> {
            ReportSettings settings = context.getBean(ReportSettings.class);
            assertThat(settings.outbound()).isEqualTo(Path.of("dropbox/outbound"));
            assertThat(settings.report().cron()).isEqualTo("0 10 * * * ?");
            assertThat(settings.report().vat()).isEqualByComparingTo("23");
        });
    }

    @Test
    void mapping() {
        runner.withPropertyValues(
                        "kurenda.home=/srv/kurenda",
                        "kurenda.dropbox=/mnt/exchange",
                        "kurenda.report.cron=0 10 0 * * ?",
                        "kurenda.report.vat=0")
                .run(context -> {
                    ReportSettings settings = context.getBean(ReportSettings.class);
                    assertThat(settings.outbound()).isEqualTo(Path.of("/mnt/exchange/outbound"));
                    assertThat(settings.report().cron()).isEqualTo("0 10 0 * * ?");
                    assertThat(settings.report().vat()).isEqualByComparingTo("0");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kurenda.report.cron=daily | kurenda.report.cron is 'daily'; allowed is a Quartz cron expression",
                "kurenda.report.vat=101 | kurenda.report.vat is '101'; allowed is a percentage from 0 to 100",
                "kurenda.report.letter-cost=-1 | kurenda.report.letter-cost is '-1'; allowed is PLN, 0 or more",
                "kurenda.report.upomnienie.days=366 | kurenda.report.upomnienie.days is '366'; allowed is a number of days from 1 to 365",
                "kurenda.report.upomnienie.minimum-amount=1.234 | kurenda.report.upomnienie.minimum-amount is '1.234'; allowed is PLN above 0",
                "kurenda.report.vat=-1 | kurenda.report.vat is '-1'; allowed is a percentage from 0 to 100"
            })
    void aWrongValueStopsTheStartWithASentence(String setting, String sentence) {
        runner.withPropertyValues(setting)
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(sentence));
    }
}
