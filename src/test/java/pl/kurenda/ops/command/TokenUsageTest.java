package pl.kurenda.ops.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.DefaultApplicationArguments;
import pl.kurenda.ledger.vendor.ApiTokens;

class TokenUsageTest {
    private final ApiTokens tokens = mock(ApiTokens.class);
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final TokenCommand command = new TokenCommand(
            tokens,
            Set.of("waste", "tax"),
            Clock.systemUTC(),
            Locale.ENGLISH,
            System.out,
            new PrintStream(err, true, StandardCharsets.UTF_8));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "token,Usage:",
                "token create,Usage:",
                "token create odpady,Usage:",
                "token forget 1,Usage:",
                "token list 1,Usage:",
                "token create odpady --sources=waste --force,Usage:",
                "token create Odpady! --sources=waste,'Odpady!' cannot be a vendor",
                "token create odpady --sources=parking,'parking' is not a source of the settings; allowed: tax",
                "token create odpady --sources=waste --scopes=all,'all' is not a scope",
                "token create odpady --sources=waste --days=4000,--days=4000 is not allowed",
                "token revoke 1,Say why"
            })
    void wrongUsageIsToldAndNothingIsMade(String line, String said) {
        assertThat(command.run(new DefaultApplicationArguments(line.split(" "))))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(said);
        verifyNoInteractions(tokens);
    }
}
