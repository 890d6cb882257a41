package pl.kurenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page shows words, in both languages, for every code in the program, so that readers need not know the codes. */
class WordsForCodesTest {
    private static final Path SOURCES = Path.of("src/main/java/pl/kurenda");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    /** Reasons that are literals in the source, in addition to those of the enums. */
    private static final Pattern LITERAL_REASON = Pattern.compile(
            "(?:[nN]otSent|Unknown|refused)\\(\"([^\"]+)\"|whole \\? null : \"([A-Z_]+)\"|, \"([A-Z]+(?:_[A-Z]+)+)\"\\)");

    private static final Pattern LITERAL_WHO = Pattern.compile("WHO = \"([^\"]+)\"|, \"(receipt|policy)\"[,)]");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith("_pl.properties"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeysAndNoEmptyText(String bundle) throws IOException {
        Properties english = read(bundle + ".properties");
        Properties polish = read(bundle + "_pl.properties");
        assertThat(polish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(Stream.concat(english.values().stream(), polish.values().stream()))
                .noneMatch(text -> text.toString().isBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "why ledger.core.Suppression",
                "why ledger.gate.Hold",
                "why delivery.smsc.NoResponse",
                "why delivery.account.CommandStatus",
                "why intake.column.Reason",
                "rejected intake.column.Reason",
                "line ledger.core.ReminderState",
                "stage web.support.Stage",
                "audit ledger.decision.Decision",
                "decided ledger.decision.Decision"
            })
    void everyConstantHasWords(String which) throws Exception {
        String prefix = which.split(" ")[0];
        Object[] constants = Class.forName("pl.kurenda." + which.split(" ")[1]).getEnumConstants();
        assertThat(constants).isNotEmpty();
        assertThat(keys())
                .containsAll(Arrays.stream(constants)
                        .map(constant -> prefix + "." + ((Enum<?>) constant).name())
                        .toList());
    }

    @Test
    void everyReasonThatIsWrittenInTheSourceHasWords() throws IOException {
        Set<String> reasons = literals(LITERAL_REASON, "delivery", "camel", "ledger");
        assertThat(reasons)
                .contains("SANDBOX_APART", "SEGMENTS_LEFT", "NO_TURN", "STOPPING", "NO_SESSION", "ROUTE_BROKEN")
                .contains("ON_UNKNOWN_RESEND", "NOT_SENT_IN_TIME");
        assertThat(keys()).containsAll(reasons.stream().map("why."::concat).toList());
        assertThat(keys()).contains("why.AMOUNT_CONFLICT", "why.NODE_DIED", "why.CANARY_PASSED", "why.STOP_BY_SMS");
    }

    @Test
    void whateverHappensByItselfHasAName() throws IOException {
        Set<String> names = literals(LITERAL_WHO, "ledger");
        assertThat(names).contains("resident", "receipt", "policy", "opt-out");
        assertThat(keys()).containsAll(names.stream().map("who."::concat).toList());
    }

    @Test
    void everyEntryOfTheAuditLogHasWords() throws IOException {
        assertThat(keys())
                .contains("audit.REJECTED_TAKEN", "audit.OPT_OUT_ADDED", "audit.OPT_OUT_REMOVED", "audit.PHONE_SHOWN")
                .contains("audit.PERSON_EXPORTED", "audit.PERSON_ERASED", "audit.TOKEN_CREATED", "audit.LOGIN_FAILED");
    }

    private static Set<String> literals(Pattern pattern, String... packages) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String name : packages) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    pattern.matcher(Files.readString(file))
                            .results()
                            .map(WordsForCodesTest::group)
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static String group(MatchResult match) {
        for (int i = 1; i <= match.groupCount(); i++) {
            if (match.group(i) != null) {
                return match.group(i);
            }
        }
        throw new IllegalStateException("no group");
    }

    /** The keys of the pages. Another test above checks that the other language has them too. */
    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String bundle : List.of("web", "smsc")) {
            keys.addAll(read(bundle + ".properties").stringPropertyNames());
        }
        return keys;
    }

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(Files.newInputStream(MESSAGES.resolve(name)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
