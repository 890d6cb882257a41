package pl.kurenda.ops.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import pl.kurenda.ledger.phones.PhoneLookup;
import pl.kurenda.recipient.Msisdn;

/** Runs {@code java -jar kurenda.jar phones import|clear <source>}: phone numbers for debts whose export has none. */
public class PhonesCommand {
    /** Name of the command. */
    public static final String NAME = "phones";

    private static final int DONE = 0;
    private static final int NOT_ALL_DONE = 1;

    private final PhoneLookup lookup;
    private final Environment settings;
    private final CommandOutput voice;

    /** Uses the language of the machine. */
    @Autowired
    PhonesCommand(PhoneLookup lookup, Environment settings) {
        this(lookup, settings, Locale.getDefault(), System.out, System.err);
    }

    PhonesCommand(PhoneLookup lookup, Environment settings, Locale locale, PrintStream out, PrintStream err) {
        this.lookup = lookup;
        this.settings = settings;
        this.voice = new CommandOutput("messages.lists", locale, out, err);
    }

    /**
     * Imports or clears the numbers.
     *
     * @param arguments {@code phones import <source> <file>} or {@code phones clear <source>}; options with a dot are
     *     settings and are ignored
     * @return exit code: 0 done, 1 some rows were not understood, 2 wrong usage or a file without any valid row
     */
    public int run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        boolean settingsOnly = arguments.getOptionNames().stream().allMatch(option -> option.contains("."));
        boolean imports = words.size() == 4 && words.get(1).equals("import");
        boolean clears = words.size() == 3 && words.get(1).equals("clear");
        if (!settingsOnly || !imports && !clears) {
            return voice.complain("phones.usage");
        }
        String source = words.get(2);
        if (!sources().containsKey(source)) {
            return voice.complain("phones.source", source);
        }
        if (clears) {
            voice.say("phones.cleared", lookup.clear(source));
            return DONE;
        }
        return load(source, words.get(3));
    }

    private Map<String, Object> sources() {
        return Binder.get(settings)
                .bind("kurenda.sources", Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of());
    }

    private int load(String source, String file) {
        int[] added = new int[1];
        try {
            PhoneLookup.Import rows = lookup.replace(source);
            int wrong = NumberFile.read(Path.of(file), (line, cells) -> {
                boolean understood = add(rows, cells);
                added[0] += understood ? 1 : 0;
                return understood;
            });
            int removed = rows.finish();
            if (added[0] == 0) {
                return voice.complain("phones.nothing");
            }
            voice.say("phones.imported", added[0], wrong, removed);
            return wrong > 0 ? NOT_ALL_DONE : DONE;
        } catch (IOException | InvalidPathException e) {
            return voice.complain("file.unreadable", file, e.getClass().getSimpleName());
        }
    }

    private static boolean add(PhoneLookup.Import rows, List<String> cells) {
        String reference = reference(cells.get(0));
        Optional<Msisdn> phone = NumberFile.phone(cells.subList(1, cells.size()));
        if (reference.isEmpty() || reference.length() > PhoneLookup.LONGEST_REFERENCE || phone.isEmpty()) {
            return false;
        }
        rows.add(reference, phone.get());
        return true;
    }

    /** Writes a reference as intake does: with single plain spaces, and without what spreadsheets put around it. */
    static String reference(String cell) {
        String seen = cell.replaceAll("[\\p{Cf}\u00ad]+", "")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        return seen.replaceFirst("^=\"(.+)\"$", "$1")
                .replaceFirst("^(['\u2018\u2019`\u00b4])(.*)\\1$", "$2")
                .replaceFirst("^['\u2018\u2019`\u00b4]", "");
    }
}
