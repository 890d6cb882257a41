package pl.kurenda.intake.check;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import pl.kurenda.intake.format.Detection;
import pl.kurenda.intake.format.Refusal;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.Sources;
import pl.kurenda.intake.text.Texts;

/**
 * {@code java -jar kurenda.jar check <source> <file>}: shows what would happen to an export. It sends, writes and moves
 * nothing, and needs neither database nor SMSC.
 */
public class CheckCommand {
    /** The name of the command. */
    public static final String NAME = "check";

    private static final int GOOD = 0;
    private static final int FLAWED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int REFUSED = 3;

    private final Sources sources;
    private final DryRun dryRun;
    private final Texts texts;
    private final Locale locale;
    private final PrintStream out;
    private final PrintStream err;

    /** Uses the language of the machine. */
    @Autowired
    CheckCommand(Sources sources, DryRun dryRun) {
        this(sources, dryRun, Locale.getDefault(), System.out, System.err);
    }

    CheckCommand(Sources sources, DryRun dryRun, Locale locale, PrintStream out, PrintStream err) {
        this.sources = sources;
        this.dryRun = dryRun;
        this.locale = locale;
        this.texts = Texts.of(locale);
        this.out = out;
        this.err = err;
    }

    /**
     * Prints what was detected, the first messages, and the verdicts.
     *
     * @param arguments {@code check <source> <file>}, optionally with {@code --first=N} (0 to 100, by default 5);
     *     options with a dot are settings and are ignored here
     * @return exit code: 0 all rows would be taken and sent, 1 some would be rejected or held, 2 wrong usage, 3 the
     *     file would be refused as a whole
     */
    public int run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        boolean known = arguments.getOptionNames().stream().allMatch(o -> o.equals("first") || o.contains("."));
        Optional<Integer> first = first(arguments.getOptionValues("first"));
        if (words.size() != 3 || !known || first.isEmpty()) {
            return complain("check.usage");
        }
        Optional<Source> source = sources.all().stream()
                .filter(one -> one.name().equals(words.get(1)))
                .findFirst();
        if (source.isEmpty()) {
            String names =
                    String.join(", ", sources.all().stream().map(Source::name).toList());
            return complain("check.source", words.get(1), names);
        }
        return check(source.get(), words.get(2), first.get());
    }

    private static Optional<Integer> first(List<String> values) {
        if (values == null) {
            return Optional.of(5);
        }
        boolean number = values.size() == 1 && values.get(0).matches("\\d{1,2}|100");
        return number ? Optional.of(Integer.valueOf(values.get(0))) : Optional.empty();
    }

    private int check(Source source, String name, int first) {
        try {
            Path file = Path.of(name);
            if (!Files.isRegularFile(file)) {
                return complain("check.file", name);
            }
            DryRun.Verdict verdict = dryRun.run(source, file, first);
            if (verdict.detection() instanceof Detection.Unreadable unreadable) {
                return refuse(name, unreadable.refusal());
            }
            if (!(verdict.detection() instanceof Detection.Readable readable)) {
                out.println(texts.get("check.changing", name));
                return REFUSED;
            }
            new CheckReport(texts, locale, out).print(source, readable, verdict);
            boolean flawed = verdict.tally().rejected() > 0
                    || verdict.tally().others().containsKey(DryTally.AMOUNT_CONFLICT)
                    || !verdict.findings().isEmpty();
            return flawed ? FLAWED : GOOD;
        } catch (IOException | InvalidPathException e) {
            return complain("check.unreadable", name, e.getClass().getSimpleName());
        }
    }

    private int refuse(String name, Refusal refusal) {
        out.println(texts.get("check.refused", name));
        out.println(texts.get("refusal." + refusal.kind(), refusal.detail()));
        if (refusal.line() > 0) {
            out.println(texts.get("refused.header", String.valueOf(refusal.line()), refusal.shown()));
        }
        return REFUSED;
    }

    private int complain(String key, String... details) {
        err.println(texts.get(key, details));
        return WRONG_USAGE;
    }
}
