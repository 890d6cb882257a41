package pl.kurenda.ops.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.decision.Decision;

/**
 * Arguments of the command line.
 *
 * @param state state of the reminders concerned
 * @param decision decision about them, or empty to list them
 * @param files whether the ids are file ids instead of reminder ids
 * @param which ids, or {@code all}
 * @param who who decides
 * @param why reason for the decision; blank if not given
 */
record DecisionArguments(
        ReminderState state, Optional<Decision> decision, boolean files, String which, String who, String why) {
    private static final Map<String, ReminderState> STATES = Map.of(
            DecisionCommand.UNKNOWN, ReminderState.UNKNOWN,
            DecisionCommand.HELD, ReminderState.HELD);
    private static final String FILE = "-file";
    private static final Map<ReminderState, Map<String, Decision>> DECISIONS = Map.of(
            ReminderState.UNKNOWN,
                    Map.of(
                            "resend",
                            Decision.RESEND,
                            "resend-anyway",
                            Decision.RESEND_ANYWAY,
                            "give-up",
                            Decision.GIVE_UP),
            ReminderState.HELD,
                    Map.of(
                            "release",
                            Decision.RELEASE,
                            "withdraw",
                            Decision.WITHDRAW,
                            "release" + FILE,
                            Decision.RELEASE,
                            "withdraw" + FILE,
                            Decision.WITHDRAW));
    private static final String WHO = "who";
    private static final String WHY = "why";
    private static final String ALL = "all";
    private static final Pattern IDS = Pattern.compile("\\d{1,18}(\\s*,\\s*\\d{1,18})*");

    /** Reads the arguments; empty if the usage is wrong. */
    static Optional<DecisionArguments> of(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        if (words.size() != 1 || !STATES.containsKey(words.get(0))) {
            return Optional.empty();
        }
        ReminderState state = STATES.get(words.get(0));
        Map<String, Decision> allowed = DECISIONS.get(state);
        List<String> options = arguments.getOptionNames().stream()
                .filter(o -> !o.contains("."))
                .toList();
        List<String> decisions = options.stream().filter(allowed::containsKey).toList();
        boolean known = options.stream().allMatch(o -> allowed.containsKey(o) || o.equals(WHO) || o.equals(WHY));
        boolean once =
                options.stream().allMatch(o -> arguments.getOptionValues(o).size() == 1);
        if (!known || !once || decisions.size() > 1 || decisions.isEmpty() && !options.isEmpty()) {
            return Optional.empty();
        }
        String which = decisions.isEmpty() ? "" : value(arguments, decisions.get(0), "");
        return Optional.of(new DecisionArguments(
                state,
                decisions.stream().findFirst().map(allowed::get),
                decisions.stream().anyMatch(d -> d.endsWith(FILE)),
                which.strip(),
                value(arguments, WHO, System.getProperty("user.name", "")),
                value(arguments, WHY, "")));
    }

    private static String value(ApplicationArguments arguments, String option, String otherwise) {
        List<String> values = arguments.getOptionValues(option);
        return values == null || values.isEmpty() ? otherwise : values.get(0);
    }

    /** Whether all listed reminders or files are meant. */
    boolean all() {
        return which.equals(ALL);
    }

    /** Returns the ids; empty if they cannot be read. */
    Optional<Set<Long>> ids() {
        if (!IDS.matcher(which).matches()) {
            return Optional.empty();
        }
        Set<Long> ids = new TreeSet<>();
        Stream.of(which.split("\\s*,\\s*")).map(Long::valueOf).forEach(ids::add);
        return Optional.of(ids);
    }
}
