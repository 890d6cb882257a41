package pl.kurenda.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.mock.env.MockEnvironment;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.phones.PhoneLookup;
import pl.kurenda.recipient.Msisdn;

/** The phone lookup through the command, on a real database. */
class PhonesCommandTest {
    private final LedgerFixture ledger = new LedgerFixture();
    private final PhoneLookup lookup = ledger.phoneLookup();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phones",
                "phones import waste",
                "phones clear",
                "phones clear waste x",
                "phones import waste x.csv --why=x"
            })
    void wrongUsageIsTold(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith("Usage: java -jar kurenda.jar phones import");
    }

    @Test
    void aSourceThatIsNotThereIsTold() {
        assertThat(run("phones", "clear", "wasted")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("'wasted' is not a source of the settings.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1250"})
    void aFileReplacesWhatWasThereAndLeavesOtherSourcesAlone(String charset) throws IOException {
        lookup.replace("tax").add("D/1", new Msisdn("48601000001"));
        assertThat(run("phones", "import", "waste", file("D/1;501000001\nŁ/2;501000002\n", charset)))
                .isZero();
        assertThat(lookup.find("waste", List.of("D/1", "Ł/2", "d/1")))
                .isEqualTo(Map.of("D/1", new Msisdn("48501000001"), "Ł/2", new Msisdn("48501000002")));

        assertThat(run("phones", "import", "waste", file("nr;telefon\nŁ/2 ;501 000 009\nX;\n;501000003\n", charset)))
                .isEqualTo(1);
        assertThat(out.toString())
                .isEqualTo("Imported: 1. Not understood: 2. Removed, because the file no longer has them: 1.\n");
        assertThat(lookup.find("waste", List.of("D/1", "Ł/2"))).isEqualTo(Map.of("Ł/2", new Msisdn("48501000009")));
    }

    @Test
    void aFileWithoutAnyRowRemovesNothing() throws IOException {
        run("phones", "import", "waste", file("D/1;501000001\n", "UTF-8"));
        assertThat(run("phones", "import", "waste", file("nr;telefon\n", "UTF-8")))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("The file has no row");
        assertThat(lookup.find("waste", List.of("D/1"))).hasSize(1);
    }

    @Test
    void manyComeInBlocksAndAreCleared() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 2500; i++) {
            rows.append("D/").append(i).append(";50100").append(1000 + i).append('\n');
        }
        assertThat(run("phones", "import", "waste", file(rows.toString(), "UTF-8")))
                .isZero();
        assertThat(lookup.find("waste", List.of("D/0", "D/2499"))).hasSize(2);
        assertThat(run("phones", "clear", "waste")).isZero();
        assertThat(out.toString()).isEqualTo("Removed: 2500.\n");
    }

    private String file(String content, String charset) throws IOException {
        return Files.write(folder.resolve("phones.csv"), content.getBytes(Charset.forName(charset)))
                .toString();
    }

    private int run(String... words) {
        out.reset();
        err.reset();
        MockEnvironment settings = new MockEnvironment().withProperty("kurenda.sources.waste.sender", "GMINA");
        return new PhonesCommand(
                        lookup,
                        settings,
                        Locale.ENGLISH,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(new DefaultApplicationArguments(words));
    }
}
