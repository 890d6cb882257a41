package pl.kurenda.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultApplicationArguments;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.decision.DecisionResult;
import pl.kurenda.ledger.decision.Decisions;
import pl.kurenda.ledger.decision.WaitingReminder;

class DecisionCommandTest {
    private final LedgerFixture ledger = new LedgerFixture();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown again",
                "unknown --why=x",
                "unknown --who=x",
                "unknown --resend=all --give-up=all --why=x",
                "unknown --resend=1 --resend=2 --why=x",
                "unknown --resend --why=x",
                "unknown --resend=all --why=x --why=y",
                "unknown --resend=all --wy=x",
                "unknown --release=all --why=x",
                "held --resend=all --why=x"
            })
    void wrongUsageIsToldAndNothingIsChanged(String line) {
        ledger.leaveUnknown("x.csv", 1);
        assertThat(run(Locale.ENGLISH, line)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("Usage: java -jar kurenda.jar " + line.split(" ")[0] + "\n");
        assertThat(out.toString()).isEmpty();
        assertThat(ledger.states()).isEqualTo(Map.of(2, "UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | unknown --resend=all | Say why: --why=\"…\", 255 characters at most. It is kept with each reminder.",
                "pl | unknown --resend=all --why= | Proszę podać powód: --why=\"…\", najwyżej 255 znaków. Zostanie on zapisany przy każdym przypomnieniu.",
                "en | unknown --resend=all --why=x --who= | Say who decides: --who=\"…\", 190 characters at most.",
                "en | unknown --resend=2;3 --why=x | '2;3' is not a list of ids; write --…=17,18 or --…=all.",
                "pl | unknown --resend=2,,3 --why=x | „2,,3” nie jest listą id; proszę napisać --…=17,18 albo --…=all.",
                "en | unknown --give-up=-2 --why=x | '-2' is not a list of ids; write --…=17,18 or --…=all.",
                "en | unknown --give-up=ALL --why=x | 'ALL' is not a list of ids; write --…=17,18 or --…=all.",
                "en | unknown --give-up=1234567890123456789 --why=x | '1234567890123456789' is not a list of ids; write --…=17,18 or --…=all."
            })
    void whatCannotBeUnderstoodIsRefusedInOneSentence(String language, String line, String sentence) {
        ledger.leaveUnknown("x.csv", 1);
        assertThat(run(Locale.forLanguageTag(language), line)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo(sentence);
        assertThat(ledger.states()).isEqualTo(Map.of(2, "UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | unknown | No reminder is UNKNOWN.",
                "pl | held    | Żadne przypomnienie nie jest w stanie HELD."
            })
    void thatThereIsNothingIsSaid(String language, String line, String sentence) {
        assertThat(run(Locale.forLanguageTag(language), line)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo(sentence);
    }

    @Test
    void whatWaitsIsListedWithMaskedNumbersInTheOfficesTime() {
        ledger.leaveUnknown("x.csv", 2);
        assertThat(run(Locale.ENGLISH, "unknown --kurenda.zone=Europe/Warsaw")).isZero();
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).isEqualTo("id\tsource\tfile\tline\treference\tphone\tamount\tsince\treason");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1))
                .startsWith(ledger.id(2) + "\twaste\tx.csv\t2\t\t")
                .endsWith("\t10.02\t2026-11-24 11:00:00\tNODE_DIED")
                .doesNotContain("501000002");
    }

    @Test
    void aReferenceFromAFileCannotCommandTheTerminal() {
        WaitingReminder reminder = new WaitingReminder(
                1,
                "waste",
                "x.csv",
                2,
                "a\tb\u001b[2Jc\u009b",
                "+48 *** *** 002",
                5,
                ledger.clock().instant(),
                null);
        assertThat(run(new ListOf(reminder), Locale.ENGLISH, "held")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList().get(1))
                .isEqualTo("1\twaste\tx.csv\t2\ta b [2Jc \t+48 *** *** 002\t0.05\t2026-11-24 11:00:00\t");
    }

    @Test
    void someAreResentByWhoeverSaysSo() {
        ledger.leaveUnknown("x.csv", 3);
        String line = "unknown --resend=" + ledger.id(2) + "," + ledger.id(4) + " --who=ewa --why=lost";
        assertThat(run(Locale.ENGLISH, line)).isZero();
        assertThat(out.toString()).startsWith("To be sent again: 2");
        assertThat(ledger.states()).isEqualTo(Map.of(2, "QUEUED", 3, "UNKNOWN", 4, "QUEUED"));
        assertThat(ledger.count("history where who = 'ewa' and reason = 'lost'"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"--resend,QUEUED,To be sent again: 3", "--give-up,ABANDONED,Given up: 3"})
    void allThatAreListedByTheUserOfTheMachine(String option, String state, String told) {
        ledger.leaveUnknown("x.csv", 3);
        ledger.holdTwoAmounts("y.csv");
        assertThat(run(Locale.ENGLISH, "unknown " + option + "=all --why=x")).isZero();
        assertThat(out.toString()).startsWith(told);
        assertThat(ledger.count("reminder where state = '" + state + "'")).isEqualTo(3);
        assertThat(ledger.count("history where who = '" + System.getProperty("user.name") + "'"))
                .isEqualTo(3);
        assertThat(ledger.count("reminder where state = 'HELD'")).isEqualTo(2);
    }

    @Test
    void theRightAmountIsReleasedOnceTheOtherIsWithdrawn() {
        ledger.holdTwoAmounts("x.csv");
        assertThat(run(Locale.ENGLISH, "held --release=all --why=x")).isEqualTo(1);
        assertThat(out.toString()).isEqualTo("Released: 0\n");
        assertThat(err.toString())
                .startsWith("Refused, because the resident would be reminded twice of one debt: 2 (id " + ledger.id(2)
                        + ", " + ledger.id(3) + ").");
        assertThat(run(Locale.ENGLISH, "held --withdraw=" + ledger.id(2) + " --why=wrong"))
                .isZero();
        assertThat(run(Locale.ENGLISH, "held --release=" + ledger.id(3) + " --why=right"))
                .isZero();
        assertThat(ledger.states()).isEqualTo(Map.of(2, "WITHDRAWN", 3, "QUEUED"));
    }

    @Test
    void whatIsLateOrElsewhereIsTold() {
        ledger.leaveUnknown("x.csv", 1);
        ledger.clock().advance(Duration.ofDays(3));
        assertThat(run(Locale.ENGLISH, "unknown --resend=999999," + ledger.id(2) + " --why=x"))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "Left alone, because they are not UNKNOWN (any more): 1 (id 999999)",
                        "Refused, because their time to be sent (kurenda.expire-after) has passed: 1 (id "
                                + ledger.id(2) + ")");
    }

    private int run(Locale locale, String line) {
        return run(ledger.decisions(), locale, line);
    }

    private int run(Decisions decisions, Locale locale, String line) {
        return new DecisionCommand(decisions, ledger.fileDecisions(), ledger.clock(), locale, stream(out), stream(err))
                .run(new DefaultApplicationArguments(line.split(" ")));
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    /** A ledger with content that no test could load. */
    private record ListOf(WaitingReminder reminder) implements Decisions {
        @Override
        public void each(ReminderState state, Consumer<WaitingReminder> consumer) {
            consumer.accept(reminder);
        }

        @Override
        public DecisionResult decide(Decision decision, java.util.Collection<Long> ids, String who, String why) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int resendUnknown(Duration unknownFor) {
            throw new UnsupportedOperationException();
        }
    }
}
