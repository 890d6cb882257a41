package pl.kurenda.intake.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import pl.kurenda.intake.IntakeConfiguration;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.reader.FileEncoding;
import pl.kurenda.intake.reader.RawRecord;
import pl.kurenda.intake.source.ReleasePolicies;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.Sources;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.RejectedRow;
import pl.kurenda.ledger.phones.PhoneLookup;
import pl.kurenda.message.PriceSettings;
import pl.kurenda.recipient.Msisdn;

/** Rows with gaps, through the pipeline that the settings make, to their verdict. */
class EnrichmentsTest {
    private static final String ACCOUNT = "61109010140000071219812874";
    private static final String OTHER = "27114020040000300201355387";
    private static final String WASTE = "kurenda.sources.waste.";
    private static final Layout LAYOUT = new Layout(
            new Layout.Form(new FileEncoding.Plain(0), StandardCharsets.UTF_8, false, ';', "\n"),
            1,
            new Layout.Header(new byte[0], List.of("tel", "ile", "kiedy", "konto", "nr"), 1),
            Map.of(Field.PHONE, 0, Field.AMOUNT, 1, Field.DUE, 2, Field.ACCOUNT, 3, Field.REFERENCE, 4),
            5,
            false);

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enrich=phones | kurenda.sources.waste.enrich is phones; allowed: none, or a list of account, phone-lookup, stamp",
                "account=123 | kurenda.sources.waste.account is 123; allowed: an account number (NRB) with right check digits",
                "template={daysoverdue} | unknown field {daysoverdue}"
            })
    void aWrongSettingStopsTheStart(String setting, String sentence) {
        runner(WASTE + setting)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(sentence));
    }

    @Test
    void anAccountThatNoStepWouldFillInStopsTheStart() {
        runner(WASTE + "account=" + ACCOUNT, WASTE + "enrich=phone-lookup")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("allowed: a list with account in it"));
    }

    @Test
    void withoutSettingsRowsAreAsTheyCame() {
        with(context -> {
            assertThat(reason(context, ";12,00;;;D/7")).isEqualTo("PHONE_MISSING");
            assertThat(reminder(context, "501234567;12,00;;;").account()).isNull();
        });
    }

    @Test
    void theAccountOfTheOfficeStandsInForOneThatIsMissing() {
        with(
                context -> {
                    assertThat(reminder(context, "501234567;12,00;; ;").account())
                            .isEqualTo(ACCOUNT);
                    assertThat(reminder(context, "501234567;12,00;; - ;").account())
                            .as("a dash stands for none")
                            .isEqualTo(ACCOUNT);
                    assertThat(reminder(context, "501234567;12,00;;" + OTHER + ";")
                                    .account())
                            .isEqualTo(OTHER);
                    assertThat(reason(context, "501234567;12,00;;1;")).isEqualTo("ACCOUNT_INVALID");
                },
                WASTE + "account=PL61 1090 1014 0000 0712 1981 2874");
    }

    @Test
    void aMissingPhoneIsLookedUpByReferenceBeforeItIsJudged() {
        with(
                context -> {
                    assertThat(reminder(context, " ;12,00;;; D/\u00A07 ").phone())
                            .isEqualTo(new Msisdn("48601000007"));
                    assertThat(reason(context, ";12,00;;;D/8")).isEqualTo("PHONE_MISSING");
                    assertThat(reason(context, ";12,00;;;")).isEqualTo("PHONE_MISSING");
                    assertThat(reminder(context, "501234567;12,00;;;D/ 7").phone())
                            .isEqualTo(new Msisdn("48501234567"));
                    assertThat(reason(context, "12;12,00;;;D/ 7")).isEqualTo("PHONE_INVALID");
                },
                WASTE + "enrich=phone-lookup,account");
    }

    @Test
    void stepsAreTakenInTheirOrderAndFillOnlyWhatIsEmpty() {
        with(
                context -> assertThat(reminder(context, ";12,00;;;").phone()).isEqualTo(new Msisdn("48601000007")),
                WASTE + "enrich=stamp,phone-lookup");
        with(
                context -> assertThat(reason(context, ";12,00;;;")).isEqualTo("PHONE_MISSING"),
                WASTE + "enrich=phone-lookup,stamp");
    }

    @Test
    void aRowThatCannotBeReadIsLeftAlone() {
        with(
                context -> assertThat(reason(context, "x;12,00")).isEqualTo("COLUMN_COUNT"),
                WASTE + "enrich=stamp,phone-lookup");
    }

    @Test
    void daysAndWordsStandInTheText() {
        String template = "{amount-words}[, {days} dni po terminie]";
        with(
                context -> {
                    assertThat(reminder(context, "501234567;12,34;10.11.2026;;").text())
                            .isEqualTo("dwanascie zlotych trzydziesci cztery grosze, 14 dni po terminie");
                    assertThat(reminder(context, "501234567;2,00;24.11.2026;;").text())
                            .isEqualTo("dwa zlote");
                    assertThat(reminder(context, "501234567;2,00;;;").text()).isEqualTo("dwa zlote");
                },
                WASTE + "template=" + template);
    }

    private void with(Consumer<ApplicationContext> test, String... settings) {
        runner(settings).run(context -> {
            assertThat(context).hasNotFailed();
            test.accept(context);
        });
    }

    private static NewReminder reminder(ApplicationContext context, String row) {
        return ((RowResult.Valid) check(context, row)).reminder();
    }

    private static String reason(ApplicationContext context, String row) {
        RejectedRow rejection = ((RowResult.Rejected) check(context, row)).rejection();
        assertThat(rejection.raw()).isEqualTo(row.getBytes(StandardCharsets.UTF_8));
        return rejection.reason();
    }

    private static RowResult check(ApplicationContext context, String row) {
        List<String> cells = Arrays.asList(row.split(";", -1));
        RawRecord cut = new RawRecord(7, row.getBytes(StandardCharsets.UTF_8), cells.size(), RawRecord.Flaw.NONE);
        Source waste = context.getBean(Sources.class).all().stream()
                .filter(source -> source.name().equals("waste"))
                .findFirst()
                .orElseThrow();
        RowSteps steps = context.getBean(RowSteps.class);
        RowBlock block = new RowBlock(steps.of(waste, LAYOUT), null, List.of(new Row(cut, cells)));
        steps.all(block);
        return block.results().get(0);
    }

    private ApplicationContextRunner runner(String... settings) {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("kurenda.home=" + home)
                .withPropertyValues(settings)
                .withUserConfiguration(
                        IntakeConfiguration.class,
                        RowSteps.class,
                        ReleasePolicies.class,
                        Enrichments.class,
                        DefaultAccount.class,
                        LookedUpPhone.class,
                        Parts.class);
    }

    @EnableConfigurationProperties(PriceSettings.class)
    static class Parts {
        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-24T09:15:00Z"), ZoneId.of("Europe/Warsaw"));
        }

        /** A bean that somebody adds. */
        @Bean
        Enrichment stamp() {
            return new Enrichment() {
                @Override
                public String name() {
                    return "stamp";
                }

                @Override
                public void enrich(Source source, List<RowDraft> rows) {
                    rows.forEach(row -> row.fill(Field.REFERENCE, "D/ 7"));
                }
            };
        }

        @Bean
        PhoneLookup lookup() {
            return new PhoneLookup() {
                @Override
                public Map<String, Msisdn> find(String source, Collection<String> references) {
                    return references.stream()
                            .filter(("D/ 7")::equals)
                            .collect(Collectors.toMap(r -> r, r -> new Msisdn("48601000007")));
                }

                @Override
                public Import replace(String source) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int clear(String source) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
