package pl.kurenda.intake.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import pl.kurenda.intake.IntakeConfiguration;
import pl.kurenda.intake.WorkbookFixture;
import pl.kurenda.intake.row.DefaultAccount;
import pl.kurenda.intake.row.Enrichments;
import pl.kurenda.intake.row.LookedUpPhone;
import pl.kurenda.intake.row.RowSteps;
import pl.kurenda.intake.source.ReleasePolicies;
import pl.kurenda.intake.source.Sources;
import pl.kurenda.message.PriceSettings;

class CheckCommandTest {
    private static final String WASTE = "kurenda.sources.waste.";

    @TempDir
    private Path home;

    private String out;
    private String err;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "check waste",
                "check waste a.csv b.csv",
                "check waste a.csv --first=x",
                "check waste a.csv --first=101",
                "check waste a.csv --send=true"
            })
    void wrongUsageIsTold(String line) {
        assertThat(run(Locale.ENGLISH, line)).isEqualTo(2);
        assertThat(err).startsWith("Usage: java -jar kurenda.jar check SOURCE FILE");
    }

    @Test
    void anUnknownSourceAndAMissingFileAreTold() {
        assertThat(run(Locale.ENGLISH, "check wasted a.csv")).isEqualTo(2);
        assertThat(err).isEqualTo("wasted is not a source of the settings; there are: tax, waste, water\n");
        assertThat(run(Locale.forLanguageTag("pl"), "check waste nie-ma.csv")).isEqualTo(2);
        assertThat(err).isEqualTo("Nie ma pliku nie-ma.csv.\n");
    }

    @Test
    void aFileThatCannotBeReadIsExplained() throws IOException {
        assertThat(run(Locale.ENGLISH, "check waste " + file("Imię;Kwota\nJan;12,00\n", "UTF-8")))
                .isEqualTo(3);
        assertThat(out)
                .contains("would not be taken")
                .contains("No column with phone numbers was found.")
                .contains("Line 1 was read as the header: Imię;Kwota");
    }

    @Test
    void guessedColumnsAreShownAndHeld() throws IOException {
        String file = file("501234567;12,50;Jan\n501234568;7,00;Ewa\n", "UTF-8");
        assertThat(run(Locale.ENGLISH, "check waste " + file)).isEqualTo(1);
        assertThat(out.lines())
                .containsSequence(
                        "No header", "Columns: phone=1, amount=2", "The columns were told by what stands in them.");
        assertThat(out).contains("would be HELD").contains("phone=1, amount=2. Compare the first messages");
        assertThat(run(Locale.ENGLISH, "check waste " + file, WASTE + "gate.enabled=false"))
                .as("no setting says where the columns of the next file stand")
                .isEqualTo(1);
    }

    /** A letter that the transliteration does not have makes the message dearer. */
    @Test
    void messagesInTheDearAlphabetAreNamed() throws IOException {
        String file = file("telefon;kwota;nazwa\n501234567;1;Żak\n501234568;2;Іван\n501234569;3;Łoś\n", "UTF-8");
        assertThat(run(Locale.ENGLISH, "check waste " + file, WASTE + "template={name}: {amount} zł"))
                .isZero();
        assertThat(out).contains("Of these in UCS-2, whose parts have 70 characters instead of 160: 1: line 3\n");
    }

    @Test
    void hiddenRowsAndColumnsAreShownAndHeld() throws IOException {
        String sheet = WorkbookFixture.row(1, "telefon", "kwota")
                + WorkbookFixture.row(2, "501234567", "12,00")
                + WorkbookFixture.row(3, "501234568", "13,00").replace("r=\"3\"", "r=\"3\" hidden=\"1\"");
        Path book = WorkbookFixture.of("")
                .sheet("<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>" + sheet + "</sheetData>")
                .write(home.resolve("x.xlsx"));
        assertThat(run(Locale.ENGLISH, "check waste " + book)).isEqualTo(1);
        assertThat(out).contains("Hidden in the sheet: rows: 1; columns: B").contains("rows 3. Delete them");
        assertThat(run(Locale.ENGLISH, "check waste " + book, WASTE + "gate.enabled=false"))
                .as("those whom a filter has left out are not written to unseen")
                .isEqualTo(1);
        assertThat(out).contains("rows 3. Delete them").doesNotContain("Columns that were read are hidden");
    }

    @Test
    void whatWasDetectedAndTheFirstMessagesAreShownWithMaskedPhones() throws IOException {
        String file = file("Telefon;Kwota;Nazwisko;Termin\r\n501234567;12,50;Wójcik;30.11.2026\r\n", "windows-1250");
        assertThat(run(Locale.ENGLISH, "check waste " + file, WASTE + "template={name}: {amount} zł"))
                .isZero();
        assertThat(out.lines())
                .containsSequence(
                        "CSV, charset windows-1250, delimiter ;",
                        "Header in line 1",
                        "Columns: phone=Telefon, amount=Kwota, name=Nazwisko, due=Termin",
                        "Amounts: decimal mark comma; thousands mark none; currency none",
                        "Dates: dd.mm.yyyy")
                .containsSequence(
                        "Rows: 1, amounts 12.50 PLN",
                        "Rejected: 0",
                        "To be sent: 1 reminders, 12.50 PLN owed, 1 segments, cost 0.07 PLN net")
                .containsSequence(
                        "First messages:",
                        "  line 2 to +48 *** *** 567, 1 segment(s) GSM7, from GMINA:",
                        "    Wojcik: 12,50 zl")
                .contains("Gate: nothing noticed.");
        assertThat(out).doesNotContain("501234567").contains("it is in the database");
    }

    @Test
    void eachReasonIsCountedWithItsFirstPlacesAndNoValue() throws IOException {
        String file = file("""
            telefon;kwota;sygnatura
            501234567;12,50;A
            50123456789012;12,50;B
            501234568;x;C
            501234567;12,50;A
            501234569;1,00;D
            501234560;5,00;E
            501234560;6,00;E
            501234561;7,00;F
            x;7,00;G
            """, "UTF-8");
        assertThat(run(Locale.ENGLISH, "check waste " + file + " --first=1", WASTE + "minimum-amount=2"))
                .isEqualTo(1);
        assertThat(out.lines())
                .containsSequence(
                        "Rejected: 3",
                        "  AMOUNT_INVALID 1: line 4, column kwota",
                        "  PHONE_INVALID 2: line 3, column telefon; …",
                        "Not sent at once:",
                        "  AMOUNT_CONFLICT 2: line 8; …",
                        "  BELOW_MINIMUM 1: line 6",
                        "  DUPLICATE_ROW 1: line 5");
        assertThat(out).contains("To be sent: 2 reminders, 19.50 PLN owed").doesNotContain("50123456789012");
    }

    @Test
    void theGateAndTheBudgetAreAsked() throws IOException {
        String file = file("telefon;kwota\n501234567;12,50\n501234568;99,00\n501234569;1,00\n", "UTF-8");
        assertThat(run(Locale.forLanguageTag("pl"), "check waste " + file, WASTE + "gate.max-amount=50"))
                .isEqualTo(1);
        assertThat(out).contains("Bramka: plik zostałby wstrzymany (HELD)").contains("(gate.max-amount)");
        assertThat(run(Locale.ENGLISH, "check waste " + file, WASTE + "budget=0.14"))
                .isEqualTo(1);
        assertThat(out).contains("1 reminders are held (budget.batch)");
    }

    @Test
    void nothingIsWrittenAndTheFileStays() throws IOException {
        String file = file("telefon;kwota\n501234567;12,50\n", "UTF-8");
        assertThat(run(Locale.ENGLISH, "check waste " + file)).isZero();
        assertThat(home.toFile().list()).containsExactly("x.csv");
    }

    private String file(String content, String charset) throws IOException {
        return Files.write(home.resolve("x.csv"), content.getBytes(Charset.forName(charset)))
                .toString();
    }

    private int run(Locale locale, String line, String... settings) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        int[] code = new int[1];
        runner(settings)
                .run(context -> code[0] = new CheckCommand(
                                context.getBean(Sources.class),
                                context.getBean(DryRun.class),
                                locale,
                                new PrintStream(printed, true, StandardCharsets.UTF_8),
                                new PrintStream(complained, true, StandardCharsets.UTF_8))
                        .run(new DefaultApplicationArguments(line.split(" "))));
        out = printed.toString(StandardCharsets.UTF_8);
        err = complained.toString(StandardCharsets.UTF_8);
        return code[0];
    }

    private ApplicationContextRunner runner(String... settings) {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("kurenda.home=" + home, "kurenda.command=check")
                .withPropertyValues(settings)
                .withUserConfiguration(
                        IntakeConfiguration.class,
                        RowSteps.class,
                        Enrichments.class,
                        DefaultAccount.class,
                        LookedUpPhone.class,
                        ReleasePolicies.class,
                        DryRun.class,
                        Parts.class);
    }

    @EnableConfigurationProperties(PriceSettings.class)
    static class Parts {
        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-24T09:15:00Z"), ZoneId.of("Europe/Warsaw"));
        }
    }
}
