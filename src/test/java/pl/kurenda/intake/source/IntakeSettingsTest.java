package pl.kurenda.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import pl.kurenda.intake.IntakeConfiguration;
import pl.kurenda.intake.column.Field;
import pl.kurenda.message.AlphabetPolicy;
import pl.kurenda.message.SmsText;
import pl.kurenda.message.TemplateFields;

class IntakeSettingsTest {
    private static final String ACCOUNT = "61109010140000071219812874";

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kurenda.sources.waste.charset|latin-13|auto, UTF-8",
                "kurenda.sources.waste.charset|UTF-32|a charset that has ASCII in its usual places",
                "kurenda.sources.waste.delimiter|:|auto, ; or , or | or tab",
                "kurenda.sources.waste.header|maybe|true or false",
                "kurenda.sources.waste.marker-file|jein|true or false",
                "kurenda.sources.waste.sender|URZĄD|1 to 11 letters without diacritics",
                "kurenda.sources.waste.sender|URZADGMINY12|1 to 11 letters",
                "kurenda.sources.waste.minimum-amount|5.001|PLN with at most two decimals",
                "kurenda.sources.waste.minimum-amount|-1|PLN, 0 or more",
                "kurenda.sources.waste.alphabet|gsm|transliterate or ucs2",
                "kurenda.sources.waste.template|{kwota}|{amount}",
                "kurenda.sources.waste.uri|ftp://x/y|file: and a folder",
                "kurenda.sources.waste.uri|ftp://u@x/y|or sftp://user@host:port/folder",
                "kurenda.sources.waste.sftp.pasword|x|is not a setting",
                "kurenda.sources.waste.uri|file:/x?delete=true|without options",
                "kurenda.sources.water.columns.phone|telefon|a number from 1, because the files have no header line",
                "kurenda.sources.waste.sendr|X|is not a setting; allowed below kurenda.sources.<name>: uri",
                "kurenda.sources.waste.columns.fone|X|is not a setting",
                "kurenda.sources.Waste_2.sender|GMINA|lower-case letters, digits and dashes",
                "kurenda.sources.parking.sender|GMINA|template is empty",
                "kurenda.sources.waste.stages|before,later|before, before-N, due and overdue-N",
                "kurenda.sources.waste.gate.max-row|5|is not a setting",
                "kurenda.expire-after|1s|at least a minute"
            })
    void wrongValueStopsTheStartWithASentence(String key, String value, String allowed) {
        runner().withPropertyValues(key + "=" + value).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(allowed);
            String name = key.startsWith("kurenda.sources.Waste")
                    ? "kurenda.sources."
                    : key.replace("parking.sender", "parking.");
            assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(name);
        });
    }

    @Test
    void shippedSourcesNeedNoSettings() {
        runner().run(context -> {
            Sources sources = context.getBean(Sources.class);
            assertThat(sources.all()).extracting(Source::name).containsExactly("tax", "waste", "water");
            Source water =
                    sources.droppingInto(home.resolve("dropbox/water/in")).orElseThrow();
            assertThat(water.reading().header()).isFalse();
            assertThat(water.reading().columns()).isEqualTo(SourceFixture.WATER_COLUMNS);
            assertThat(water.reading().charset()).isNull();
            assertThat(water.wording().minimum()).isZero();
            assertThat(water.markerFile()).isFalse();
        });
    }

    @Test
    void settingsAreMergedKeyByKey() {
        runner().withPropertyValues(
                        "kurenda.sources.waste.sender=ZGK",
                        "kurenda.sources.waste.minimum-amount=5,50",
                        "kurenda.sources.waste.charset=CP852",
                        "kurenda.sources.waste.delimiter=tab",
                        "kurenda.sources.waste.uri=file:" + home.resolve("elsewhere"),
                        "kurenda.sources.waste.send-window=always",
                        "kurenda.sources.waste.columns.phone=kontakt",
                        "kurenda.sources.water.columns.account=6",
                        "kurenda.dropbox=box")
                .run(context -> {
                    Source waste = context.getBean(Sources.class)
                            .droppingInto(home.resolve("elsewhere"))
                            .orElseThrow();
                    assertThat(waste.wording().sender()).isEqualTo("ZGK");
                    assertThat(waste.wording().office()).isEqualTo("Urząd Gminy");
                    assertThat(waste.wording().minimum()).isEqualTo(550);
                    assertThat(waste.reading().charset()).isEqualTo(Charset.forName("IBM852"));
                    assertThat(waste.reading().delimiter()).isEqualTo('\t');
                    assertThat(waste.reading().columns()).isEqualTo(Map.of(Field.PHONE, "kontakt"));
                    assertThat(waste.folders().done()).isEqualTo(home.resolve("box/waste/done"));
                    Source water = context.getBean(Sources.class)
                            .droppingInto(home.resolve("box/water/in"))
                            .orElseThrow();
                    assertThat(water.reading().columns())
                            .containsEntry(Field.ACCOUNT, "6")
                            .containsEntry(Field.PHONE, "1");
                });
    }

    @Test
    void stagesAreAListHoweverItIsWritten() {
        LocalDate due = LocalDate.of(2026, 10, 15);
        runner().withPropertyValues(
                        "kurenda.sources.waste.stages=due,overdue-7",
                        "kurenda.sources.tax.stages[0]=before-3",
                        "kurenda.sources.tax.stages[1]=due")
                .run(context -> {
                    Sources sources = context.getBean(Sources.class);
                    assertThat(sources.all())
                            .extracting(source -> source.stages().on(due, due.plusDays(7)))
                            .containsExactly("due", "overdue-7", "due");
                    assertThat(sources.all())
                            .extracting(source -> source.stages().on(due, due.minusDays(3)))
                            .containsExactly("before-3", "before", "before");
                });
    }

    @Test
    void shippedTemplatesFitIntoOneSegmentInTheUsualCase() {
        runner().run(context -> context.getBean(Sources.class).all().forEach(source -> {
            TemplateFields fields = new TemplateFields(
                    "Anna Wiśniewska",
                    "234,50",
                    "15.10.2026",
                    ACCOUNT,
                    "",
                    source.wording().office());
            SmsText sms = SmsText.of(source.wording().template().render(fields), AlphabetPolicy.TRANSLITERATE);
            assertThat(sms.segments()).as(sms.text()).hasSize(1);
            assertThat(sms.text()).contains("234,50 zl").contains(ACCOUNT).contains("15.10.2026");
            TemplateFields few = new TemplateFields("", "12,00", "", "", "", "");
            assertThat(source.wording().template().render(few))
                    .doesNotContain("  ")
                    .doesNotContain(" ,");
        }));
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("kurenda.home=" + home)
                .withUserConfiguration(IntakeConfiguration.class);
    }
}
