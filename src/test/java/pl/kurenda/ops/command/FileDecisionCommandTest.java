package pl.kurenda.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultApplicationArguments;
import pl.kurenda.ledger.LedgerFixture;

class FileDecisionCommandTest {
    private final LedgerFixture ledger = new LedgerFixture();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "held --release-file=1 --withdraw-file=1 --why=x",
                "held --release-file=1 --release=1 --why=x",
                "unknown --release-file=1 --why=x"
            })
    void wrongUsageIsToldAndNothingIsChanged(String line) {
        ledger.holdFile("x.csv", 1);
        assertThat(run(Locale.ENGLISH, line)).isEqualTo(2);
        assertThat(err.toString()).startsWith("Usage: java -jar kurenda.jar " + line.split(" ")[0] + "\n");
        assertThat(ledger.states()).isEqualTo(Map.of(2, "HELD"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | held --release-file=all --why=x | 2 | 'all' is not a list of files; write their ids, --…=4,5.",
                "en | held --release-file=1 | 2 | Say why: --why=\"…\", 255 characters at most. It is kept with each reminder.",
                "pl | held --withdraw-file=99 --why=x | 1 | Plik 99: pozostawiono bez zmian. Nie ma takiego pliku, nic z niego nie czeka albo jest jeszcze wczytywany."
            },
            quoteCharacter = '`')
    void whatCannotBeDoneIsToldInASentence(String language, String line, int code, String sentence) {
        ledger.holdFile("x.csv", 1);
        assertThat(run(Locale.forLanguageTag(language), line)).isEqualTo(code);
        assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo(sentence);
        assertThat(ledger.states()).isEqualTo(Map.of(2, "HELD"));
    }

    @Test
    void filesAreListedWithWhatWasNoticedAndNotRowByRow() {
        long id = ledger.holdFile("x.csv", 3);
        ledger.holdTwoAmounts("y.csv");
        assertThat(run(Locale.forLanguageTag("pl"), "held")).isZero();
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).isEqualTo("id pliku\tźródło\tplik\twstrzymane\tkwota\tod\tpowód\tzauważono");
        assertThat(lines.get(1))
                .isEqualTo(id + "\twaste\tx.csv\t3\t30.09\t2026-11-24 11:00:00\tGATE\t"
                        + "Ten sam numer telefonu ma 30 wierszy, więcej niż 20 (gate.max-per-phone).");
        assertThat(lines.get(4)).endsWith("\tAMOUNT_CONFLICT");
    }

    @Test
    void aFileIsReleasedAndAnotherWithdrawnByWhoeverSaysSo() {
        long x = ledger.holdFile("x.csv", 3);
        assertThat(run(Locale.ENGLISH, "held --release-file=" + x + " --who=ewa --why=landlord"))
                .isZero();
        assertThat(out.toString()).isEqualTo("File " + x + ": released 3 reminders\n");
        assertThat(ledger.states().values()).containsOnly("QUEUED");
        assertThat(run(Locale.ENGLISH, "held --withdraw-file=" + x + " --who=jan --why=wrong"))
                .isZero();
        assertThat(ledger.states().values()).containsOnly("WITHDRAWN");
        assertThat(ledger.count("batch_decision where who = 'ewa' and decision = 'RELEASE' and why = 'landlord'"))
                .isEqualTo(1);
        assertThat(ledger.count("history where who = 'jan' and reason = 'wrong' and to_state = 'WITHDRAWN'"))
                .isEqualTo(3);
    }

    private int run(Locale locale, String line) {
        return new DecisionCommand(
                        ledger.decisions(), ledger.fileDecisions(), ledger.clock(), locale, stream(out), stream(err))
                .run(new DefaultApplicationArguments(line.split(" ")));
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
