package pl.kurenda.ops.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;

/**
 * Command line arguments for tokens.
 *
 * @param verb what to do
 * @param object vendor or id, or null
 * @param arguments arguments with the options
 */
record TokenArguments(String verb, String object, ApplicationArguments arguments) {
    private static final Set<String> OPTIONS =
            Set.of("who", "why", "sources", "scopes", "days", "name", "sandbox", "overlap", "url");

    /**
     * Reads the arguments; empty if there is no verb, too many arguments, or an option that the command does not have.
     */
    static Optional<TokenArguments> of(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        boolean known = arguments.getOptionNames().stream()
                .filter(option -> !option.contains("."))
                .allMatch(option -> OPTIONS.contains(option)
                        && arguments.getOptionValues(option).size() <= 1);
        if (words.size() < 2 || words.size() > 3 || !known) {
            return Optional.empty();
        }
        return Optional.of(new TokenArguments(words.get(1), words.size() == 3 ? words.get(2) : null, arguments));
    }

    String value(String option, String otherwise) {
        List<String> values = arguments.getOptionValues(option);
        return values == null || values.isEmpty() ? otherwise : values.get(0).strip();
    }

    List<String> list(String option, String otherwise) {
        return java.util.stream.Stream.of(value(option, otherwise).split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    boolean has(String option) {
        return arguments.containsOption(option);
    }

    String who() {
        return value("who", System.getProperty("user.name", ""));
    }

    Optional<Long> id() {
        return object != null && object.matches("\\d{1,9}") ? Optional.of(Long.valueOf(object)) : Optional.empty();
    }
}
