package pl.kurenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"en | 'reprot' is not a command of Kurenda.", "pl | „reprot” nie jest poleceniem programu Kurenda."
            })
    void itNamesWhatWasAskedForAndEveryCommand(String language, String sentence) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        assertThat(new UsageCommand(Locale.forLanguageTag(language), stream).run("reprot"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith(sentence)
                .contains("kurenda.jar report --date", "kurenda.jar unknown", "kurenda.jar held")
                .contains("kurenda.jar optout", "kurenda.jar phones import", "kurenda.jar check");
    }
}
