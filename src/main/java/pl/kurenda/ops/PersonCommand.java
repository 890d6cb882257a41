package pl.kurenda.ops;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.core.env.Environment;
import pl.kurenda.ledger.Decisions;
import pl.kurenda.ledger.Persons;
import pl.kurenda.ledger.Persons.OptOutFate;
import pl.kurenda.recipient.Msisdn;

/** {@code java -jar kurenda.jar person export|erase}: what is held on a phone number, and its erasure. */
public class PersonCommand {
    /** The word that asks for it. */
    public static final String NAME = "person";

    private static final int DONE = 0;
    private static final int NOT_ALL_DONE = 1;
    private static final Map<String, Set<String>> OPTIONS =
            Map.of("export", Set.of("out", "who"), "erase", Set.of("why", "who", "opt-out"));

    private final Persons persons;
    private final PersonFiles files;
    private final boolean keepAccounts;
    private final CommandVoice voice;

    /** Speaks the language of the machine. */
    @Autowired
    PersonCommand(Persons persons, PersonFiles files, Environment settings) {
        this(persons, files, settings, Locale.getDefault(), System.out, System.err);
    }

    PersonCommand(
            Persons persons, PersonFiles files, Environment settings, Locale locale, PrintStream out, PrintStream err) {
        this.persons = persons;
        this.files = files;
        this.keepAccounts = settings.getProperty("kurenda.report.upomnienie.days", Integer.class, 0) > 0;
        this.voice = new CommandVoice("messages.person", locale, out, err);
    }

    /**
     * Exports, or erases.
     *
     * @param arguments {@code person}, {@code export} or {@code erase}, a number, and options; those with a dot are
     *     settings and none of its business
     * @return exit code: 0 done, 1 something is still on its way or a file cannot be written, 2 wrong usage
     */
    public int run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        Set<String> allowed = words.size() == 3 ? OPTIONS.get(words.get(1)) : null;
        boolean known = allowed != null
                && arguments.getOptionNames().stream()
                        .allMatch(option -> option.contains(".") || allowed.contains(option));
        if (!known) {
            return voice.complain("usage");
        }
        Optional<Msisdn> phone = NumberFile.phone(List.of(words.get(2)));
        if (phone.isEmpty()) {
            return voice.complain("number");
        }
        String who = value(arguments, "who", System.getProperty("user.name", ""));
        if (who.isBlank() || who.length() > Decisions.LONGEST_WHO) {
            return voice.complain("who", Decisions.LONGEST_WHO);
        }
        return words.get(1).equals("export")
                ? export(phone.get(), value(arguments, "out", ""), who)
                : erase(phone.get(), arguments, who);
    }

    private int export(Msisdn phone, String out, String who) {
        if (out.isBlank()) {
            return voice.complain("usage");
        }
        try {
            Path file = Path.of(out);
            Map<String, List<Map<String, Object>>> found = persons.export(phone, who);
            found.put("files", files.find(phone));
            PersonFile.write(file, found);
            found.forEach((kind, rows) -> voice.print(kind + ": " + rows.size()));
            return DONE;
        } catch (FileAlreadyExistsException e) {
            return voice.complain("exists", out);
        } catch (IOException | InvalidPathException e) {
            voice.warn("file", out, e.getClass().getSimpleName());
            return NOT_ALL_DONE;
        }
    }

    private int erase(Msisdn phone, ApplicationArguments arguments, String who) {
        String why = value(arguments, "why", "");
        String optOut = value(arguments, "opt-out", "keep");
        if (why.isBlank() || why.length() > Decisions.LONGEST_WHY) {
            return voice.complain("why", Decisions.LONGEST_WHY);
        }
        if (!Set.of("keep", "remove").contains(optOut)) {
            return voice.complain("usage");
        }
        Persons.Erasure erased =
                persons.erase(phone, OptOutFate.valueOf(optOut.toUpperCase(Locale.ROOT)), keepAccounts, who, why);
        voice.say("erased", erased.withdrawn(), erased.reminders(), erased.rows());
        try {
            voice.say("files", files.erase(phone));
        } catch (IOException e) {
            voice.warn("file", "done, failed, out", e.getClass().getSimpleName());
            return NOT_ALL_DONE;
        }
        if (erased.onTheWay() > 0) {
            voice.warn("onTheWay", erased.onTheWay());
            return NOT_ALL_DONE;
        }
        return DONE;
    }

    private static String value(ApplicationArguments arguments, String option, String otherwise) {
        List<String> values = arguments.getOptionValues(option);
        return values == null || values.isEmpty() ? otherwise : values.get(0);
    }
}
