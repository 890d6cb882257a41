package pl.kurenda.ops.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.optout.OptOut;
import pl.kurenda.ledger.optout.OptOuts;
import pl.kurenda.recipient.Msisdn;

/** Runs {@code java -jar kurenda.jar optout add|remove|import|list}: the numbers that must not get reminders. */
public class OptOutCommand {
    /** Name of the command. */
    public static final String NAME = "optout";

    private static final int DONE = 0;
    private static final int NOT_ALL_DONE = 1;
    private static final int SHOWN = 20;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final OptOuts optOuts;
    private final Clock clock;
    private final CommandOutput voice;

    /** Uses the language of the machine. */
    @Autowired
    OptOutCommand(OptOuts optOuts, Clock clock) {
        this(optOuts, clock, Locale.getDefault(), System.out, System.err);
    }

    OptOutCommand(OptOuts optOuts, Clock clock, Locale locale, PrintStream out, PrintStream err) {
        this.optOuts = optOuts;
        this.clock = clock;
        this.voice = new CommandOutput("messages.lists", locale, out, err);
    }

    /**
     * Changes the list, or prints it.
     *
     * @param arguments {@code optout} and {@code add} or {@code remove} with numbers, {@code import} with a file, or
     *     {@code list}; {@code --why} and optionally {@code --who}; {@code --numbers} for full numbers in the list;
     *     options with a dot are settings and are ignored
     * @return exit code: 0 done, 1 something was not understood or not found, 2 wrong usage
     */
    public int run(ApplicationArguments arguments) {
        Optional<ListArguments> words = ListArguments.of(arguments);
        if (words.isEmpty()) {
            return voice.complain("optout.usage");
        }
        ListArguments asked = words.get();
        boolean objects = !asked.objects().isEmpty();
        return switch (asked.verb()) {
            case "list" -> objects ? voice.complain("optout.usage") : list(asked);
            case "add" -> objects ? explained(asked, () -> addAll(asked)) : voice.complain("optout.usage");
            case "remove" -> objects ? explained(asked, () -> removeAll(asked)) : voice.complain("optout.usage");
            case "import" ->
                asked.objects().size() == 1 ? explained(asked, () -> addFile(asked)) : voice.complain("optout.usage");
            default -> voice.complain("optout.usage");
        };
    }

    private int explained(ListArguments words, java.util.function.IntSupplier work) {
        if (words.why().isBlank() || words.why().length() > Actor.LONGEST_WHY) {
            return voice.complain("why.wrong", Actor.LONGEST_WHY);
        }
        if (words.who().isBlank() || words.who().length() > Actor.LONGEST_WHO) {
            return voice.complain("who.wrong", Actor.LONGEST_WHO);
        }
        return work.getAsInt();
    }

    private int list(ListArguments words) {
        int[] count = new int[1];
        optOuts.each(one -> {
            if (count[0]++ == 0) {
                voice.print(String.join("\t", voice.text("optout.columns").split(",")));
            }
            voice.print(line(one, words.numbers()));
        });
        if (count[0] == 0) {
            voice.print(voice.text("optout.none"));
        }
        return DONE;
    }

    private String line(OptOut one, boolean numbers) {
        String phone = numbers ? one.phone().e164() : one.phone().masked();
        return String.join("\t", phone, TIME.format(one.since().atZone(clock.getZone())), one.who(), one.why())
                .replaceAll("[\\p{Cc}&&[^\t]]", " ");
    }

    private int addAll(ListArguments words) {
        int added = 0;
        int known = 0;
        int wrong = 0;
        for (String written : words.objects()) {
            Optional<Msisdn> phone = NumberFile.phone(List.of(written));
            if (phone.isEmpty()) {
                wrong++;
            } else if (optOuts.add(phone.get(), words.who(), words.why())) {
                added++;
            } else {
                known++;
            }
        }
        return tell("optout.added", added, known, wrong);
    }

    private int removeAll(ListArguments words) {
        int removed = 0;
        int unknown = 0;
        int wrong = 0;
        for (String written : words.objects()) {
            Optional<Msisdn> phone = NumberFile.phone(List.of(written));
            if (phone.isEmpty()) {
                wrong++;
            } else if (optOuts.remove(phone.get(), words.who(), words.why())) {
                removed++;
            } else {
                unknown++;
            }
        }
        return Math.max(tell("optout.removed", removed, unknown, wrong), unknown > 0 ? NOT_ALL_DONE : DONE);
    }

    private int addFile(ListArguments words) {
        int[] counts = new int[2];
        StringBuilder lines = new StringBuilder();
        try {
            int wrong = NumberFile.read(Path.of(words.objects().get(0)), (line, cells) -> {
                Optional<Msisdn> phone = NumberFile.phone(cells);
                phone.ifPresent(found -> counts[optOuts.add(found, words.who(), words.why()) ? 0 : 1]++);
                if (phone.isEmpty() && !NumberFile.isHeader(line, cells) && lines.length() < SHOWN * 6) {
                    lines.append(lines.isEmpty() ? "" : ", ").append(line);
                }
                return phone.isPresent();
            });
            int code = tell("optout.added", counts[0], counts[1], wrong);
            if (wrong > 0) {
                voice.warn("lines.wrong", lines);
            }
            return code;
        } catch (IOException | java.nio.file.InvalidPathException e) {
            return voice.complain(
                    "file.unreadable", words.objects().get(0), e.getClass().getSimpleName());
        }
    }

    private int tell(String key, int done, int already, int wrong) {
        voice.say(key, done, already, wrong);
        return wrong > 0 ? NOT_ALL_DONE : DONE;
    }
}
