package pl.kurenda.ops.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.core.env.Environment;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.privacy.Persons;
import pl.kurenda.ledger.privacy.Persons.OptOutFate;
import pl.kurenda.ops.privacy.PersonFile;
import pl.kurenda.ops.privacy.PersonFiles;
import pl.kurenda.recipient.Msisdn;

/** Runs {@code java -jar kurenda.jar person export|erase}: exports or erases the data held on a phone number. */
public class PersonCommand {
    /** Name of the command. */
    public static final String NAME = "person";

    private static final String FROM_INPUT = "-";
    private static final int DONE = 0;
    private static final int NOT_ALL_DONE = 1;
    private static final Map<String, Set<String>> OPTIONS =
            Map.of("export", Set.of("out", "who"), "erase", Set.of("why", "who", "opt-out"));

    private final Persons persons;
    private final PersonFiles files;
    private final boolean keepAccounts;
    private final CommandOutput voice;

    /** Uses the language of the machine. */
    @Autowired
    PersonCommand(Persons persons, PersonFiles files, Environment settings) {
        this(persons, files, settings, Locale.getDefault(), System.out, System.err);
    }

    PersonCommand(
            Persons persons, PersonFiles files, Environment settings, Locale locale, PrintStream out, PrintStream err) {
        this.persons = persons;
        this.files = files;
        this.keepAccounts = settings.getProperty("kurenda.report.upomnienie.days", Integer.class, 0) > 0;
        this.voice = new CommandOutput("messages.person", locale, out, err);
    }

    /**
     * Exports or erases the data.
     *
     * @param arguments {@code person}, {@code export} or {@code erase}, a number, and options; options with a dot are
     *     settings and are ignored. A minus in place of the number reads it from the first input line, which keeps it
     *     out of process lists and the sudo log.
     * @return exit code: 0 done, 1 something is still being sent, or a file cannot be searched or written, 2 wrong
     *     usage
     */
    public int run(ApplicationArguments arguments) {
        return run(arguments, System.in);
    }

    int run(ApplicationArguments arguments, InputStream input) {
        List<String> words = arguments.getNonOptionArgs();
        Set<String> allowed = words.size() == 3 ? OPTIONS.get(words.get(1)) : null;
        boolean known = allowed != null
                && arguments.getOptionNames().stream()
                        .allMatch(option -> option.contains(".") || allowed.contains(option));
        if (!known) {
            return voice.complain("usage");
        }
        Optional<Msisdn> phone = number(words.get(2), input);
        if (phone.isEmpty()) {
            return voice.complain("number");
        }
        String who = value(arguments, "who", System.getProperty("user.name", ""));
        if (who.isBlank() || who.length() > Actor.LONGEST_WHO) {
            return voice.complain("who", Actor.LONGEST_WHO);
        }
        return words.get(1).equals("export")
                ? export(phone.get(), value(arguments, "out", ""), who)
                : erase(phone.get(), arguments, who);
    }

    private static Optional<Msisdn> number(String word, InputStream input) {
        if (!word.equals(FROM_INPUT)) {
            return NumberFile.phone(List.of(word));
        }
        Scanner lines = new Scanner(input, StandardCharsets.UTF_8);
        return lines.hasNextLine() ? NumberFile.phone(List.of(lines.nextLine().strip())) : Optional.empty();
    }

    private int export(Msisdn phone, String out, String who) {
        if (out.isBlank()) {
            return voice.complain("usage");
        }
        try {
            Path file = Path.of(out);
            Map<String, List<Map<String, Object>>> found = persons.export(phone, who);
            PersonFiles.Found inFiles = files.find(phone);
            found.put("files", inFiles.rows());
            PersonFile.write(file, found);
            found.forEach((kind, rows) -> voice.print(kind + ": " + rows.size()));
            return unsearched(inFiles.unsearched());
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
        if (why.isBlank() || why.length() > Actor.LONGEST_WHY) {
            return voice.complain("why", Actor.LONGEST_WHY);
        }
        if (!Set.of("keep", "remove").contains(optOut)) {
            return voice.complain("usage");
        }
        Persons.Erasure erased =
                persons.erase(phone, OptOutFate.valueOf(optOut.toUpperCase(Locale.ROOT)), keepAccounts, who, why);
        voice.say("erased", erased.withdrawn(), erased.reminders(), erased.rows());
        PersonFiles.Erased inFiles = files.erase(phone);
        voice.say("files", inFiles.files());
        int code = unsearched(inFiles.unsearched());
        if (erased.onTheWay() > 0) {
            voice.warn("onTheWay", erased.onTheWay());
            return NOT_ALL_DONE;
        }
        return code;
    }

    private int unsearched(List<Path> paths) {
        paths.forEach(path -> voice.warn("unsearched", path));
        return paths.isEmpty() ? DONE : NOT_ALL_DONE;
    }

    private static String value(ApplicationArguments arguments, String option, String otherwise) {
        List<String> values = arguments.getOptionValues(option);
        return values == null || values.isEmpty() ? otherwise : values.get(0);
    }
}
