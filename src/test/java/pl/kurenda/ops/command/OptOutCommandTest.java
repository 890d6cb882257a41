package pl.kurenda.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultApplicationArguments;
import pl.kurenda.ledger.LedgerFixture;

class OptOutCommandTest {
    private static final Locale POLISH = Locale.forLanguageTag("pl");

    private final LedgerFixture ledger = new LedgerFixture();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "optout",
                "optout forget 501000002 --why=x",
                "optout add --why=x",
                "optout list 501000002",
                "optout import --why=x",
                "optout add 501000002 --why=x --force"
            })
    void wrongUsageIsToldAndNothingIsChanged(String line) {
        assertThat(run(Locale.ENGLISH, line.split(" "))).isEqualTo(2);
        assertThat(err()).startsWith("Usage: java -jar kurenda.jar optout list");
        assertThat(ledger.count("opt_out")).isZero();
    }

    @Test
    void theReasonIsAskedFor() {
        assertThat(run(POLISH, "optout", "add", "501000002")).isEqualTo(2);
        assertThat(err()).startsWith("Proszę podać powód");
        assertThat(ledger.count("opt_out_change")).isZero();
    }

    @Test
    void aNumberIsAddedListedMaskedAndRemoved() {
        ledger.load("x.csv", 1);
        assertThat(run(Locale.ENGLISH, "optout", "add", "501 000 002", "12345", "--why=by phone", "--who=ewa"))
                .isEqualTo(1);
        assertThat(out()).isEqualTo("Opted out: 1. Had been opted out before: 0. Not a mobile number: 1.\n");
        assertThat(ledger.states()).isEqualTo(Map.of(2, "SUPPRESSED"));

        assertThat(run(POLISH, "optout", "list")).isZero();
        assertThat(out()).isEqualTo("telefon\tod\tkto\tpowód\n+48 *** *** 002\t2026-11-24 11:00:00\tewa\tby phone\n");
        assertThat(run(POLISH, "optout", "list", "--numbers")).isZero();
        assertThat(out()).contains("+48501000002\t");

        assertThat(run(Locale.ENGLISH, "optout", "remove", "501000002", "--why=asked", "--who=ewa"))
                .isZero();
        assertThat(run(Locale.ENGLISH, "optout", "remove", "501000002", "--why=asked", "--who=ewa"))
                .isEqualTo(1);
        assertThat(run(Locale.ENGLISH, "optout", "list")).isZero();
        assertThat(out()).endsWith("No number is opted out.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1250"})
    void aListIsImportedAndWhatIsNotUnderstoodIsTold(String charset) throws IOException {
        String list = "Nazwisko;Telefon\r\nŻółć;501-000-002\r\nX;\"+48 501 000 003\"\r\nY;brak\r\nZ;501000002\r\n";
        assertThat(run(Locale.ENGLISH, "optout", "import", file(list, charset), "--why=list of 2025"))
                .isEqualTo(1);
        assertThat(out()).isEqualTo("Opted out: 2. Had been opted out before: 1. Not a mobile number: 1.\n");
        assertThat(err()).isEqualTo("Not understood, line: 4\n");
        assertThat(ledger.count("opt_out where why = 'list of 2025'")).isEqualTo(2);
    }

    @Test
    void numbersAloneAreAListToo() throws IOException {
        assertThat(run(Locale.ENGLISH, "optout", "import", file("\uFEFF501000002\n501000003\n", "UTF-8"), "--why=x"))
                .isZero();
        assertThat(ledger.count("opt_out")).isEqualTo(2);
    }

    @Test
    void aWrongQuoteKeepsNoOtherRow() throws IOException {
        String list =
                "Telefon;Uwagi\n501000002;\"ul. Długa\n3 m. 5\"\n501000003;\"Ewa\" Nowak\n501000004;\"\n501000005;x\n";
        assertThat(run(Locale.ENGLISH, "optout", "import", file(list, "UTF-8"), "--why=x"))
                .isZero();
        assertThat(ledger.count("opt_out")).isEqualTo(4);
    }

    @Test
    void aMistypedNumberInTheFirstLineIsNoHeaderAndApostrophesOfExcelDoNotMatter() throws IOException {
        assertThat(run(Locale.ENGLISH, "optout", "import", file("5010-0002\n'501000003\n\n", "UTF-8"), "--why=x"))
                .isEqualTo(1);
        assertThat(out()).isEqualTo("Opted out: 1. Had been opted out before: 0. Not a mobile number: 1.\n");
        assertThat(err()).isEqualTo("Not understood, line: 1\n");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThat(run(POLISH, "optout", "import", "nie-ma.csv", "--why=x")).isEqualTo(2);
        assertThat(err()).isEqualTo("Pliku nie-ma.csv nie można odczytać (NoSuchFileException).\n");
    }

    private String file(String content, String charset) throws IOException {
        return Files.write(folder.resolve("list.csv"), content.getBytes(Charset.forName(charset)))
                .toString();
    }

    private int run(Locale locale, String... words) {
        out.reset();
        err.reset();
        List<String> all = new ArrayList<>(Stream.of(words).toList());
        OptOutCommand command = new OptOutCommand(
                ledger.optOuts(),
                ledger.clock(),
                locale,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return command.run(new DefaultApplicationArguments(all.toArray(String[]::new)));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
