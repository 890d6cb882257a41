package pl.kurenda.ops.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;

/**
 * Command line arguments for a list kept by hand.
 *
 * @param verb what to do
 * @param objects what to do it with
 * @param numbers whether to show full phone numbers
 * @param who who does it
 * @param why reason; blank if not given
 */
record ListArguments(String verb, List<String> objects, boolean numbers, String who, String why) {
    private static final Set<String> OPTIONS = Set.of("who", "why", "numbers");

    /** Reads the arguments; empty if there is no verb, or an option that the command does not have. */
    static Optional<ListArguments> of(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        boolean known = arguments.getOptionNames().stream()
                .filter(option -> !option.contains("."))
                .allMatch(option -> OPTIONS.contains(option)
                        && arguments.getOptionValues(option).size() <= 1);
        if (words.size() < 2 || !known) {
            return Optional.empty();
        }
        return Optional.of(new ListArguments(
                words.get(1),
                List.copyOf(words.subList(2, words.size())),
                arguments.containsOption("numbers"),
                value(arguments, "who", System.getProperty("user.name", "")),
                value(arguments, "why", "")));
    }

    private static String value(ApplicationArguments arguments, String option, String otherwise) {
        List<String> values = arguments.getOptionValues(option);
        return values == null || values.isEmpty() ? otherwise : values.get(0);
    }
}
