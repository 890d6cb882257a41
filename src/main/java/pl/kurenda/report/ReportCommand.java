package pl.kurenda.report;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;
import pl.kurenda.report.ReportOutcome.BeforeFirst;
import pl.kurenda.report.ReportOutcome.Made;
import pl.kurenda.report.ReportOutcome.NotYet;
import pl.kurenda.report.chain.ChainCheck;

/**
 * Runs {@code java -jar kurenda.jar report --date=2026-11-24}, which makes the report of a day by hand, and
 * {@code report --verify}, which checks the chain of all reports.
 */
@Component
public class ReportCommand {
    /** Name of the command. */
    public static final String NAME = "report";

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private static final String VERIFY = "verify";

    private final DailyReport report;
    private final ChainCheck check;
    private final ResourceBundle texts;
    private final PrintStream out;
    private final PrintStream err;

    /** Uses the language of the machine. */
    @Autowired
    ReportCommand(DailyReport report, ChainCheck check) {
        this(report, check, Locale.getDefault(), System.out, System.err);
    }

    ReportCommand(DailyReport report, ChainCheck check, Locale locale, PrintStream out, PrintStream err) {
        this.report = report;
        this.check = check;
        this.texts = ResourceBundle.getBundle(
                "messages.report", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        this.out = out;
        this.err = err;
    }

    /**
     * Makes the report and prints the paths of its files, one per line, or reports whether the chain is intact.
     *
     * @param arguments {@code report --date=yyyy-mm-dd} or {@code report --verify}; options with a dot are settings and
     *     are ignored
     * @return exit code: 0 done, or the chain is intact; 1 the report could not be made, or a link is broken; 2 wrong
     *     usage
     */
    public int run(ApplicationArguments arguments) {
        if (asksToVerify(arguments)) {
            return verify();
        }
        List<String> dates = arguments.getOptionValues("date");
        boolean settingsOnly = arguments.getOptionNames().stream().allMatch(o -> o.equals("date") || o.contains("."));
        if (!arguments.getNonOptionArgs().equals(List.of(NAME))
                || !settingsOnly
                || dates == null
                || dates.size() != 1) {
            return complain(WRONG_USAGE, "usage");
        }
        return date(dates.get(0))
                .map(this::make)
                .orElseGet(() -> complain(WRONG_USAGE, "date.unreadable", dates.get(0)));
    }

    private static boolean asksToVerify(ApplicationArguments arguments) {
        return arguments.getNonOptionArgs().equals(List.of(NAME))
                && List.of().equals(arguments.getOptionValues(VERIFY))
                && arguments.getOptionNames().stream().allMatch(o -> o.equals(VERIFY) || o.contains("."));
    }

    private int verify() {
        try {
            ChainCheck.Found found = check.walk();
            if (found.broken().isPresent()) {
                ChainCheck.Broken broken = found.broken().get();
                return complain(FAILED, "chain." + broken.flaw(), broken.link(), broken.file());
            }
            String key = found.links() == 0 ? "chain.none" : "chain.holds";
            out.println(MessageFormat.format(
                    texts.getString(key), String.valueOf(found.links()), found.first(), found.last()));
            found.newest()
                    .ifPresent(link -> out.println(MessageFormat.format(
                            texts.getString("chain.newest"),
                            String.valueOf(link.number()),
                            link.day(),
                            link.sha256())));
            return DONE;
        } catch (IOException e) {
            return complain(FAILED, "chain.unreadable", e);
        }
    }

    private int make(LocalDate day) {
        try {
            ReportOutcome outcome = report.make(day);
            if (outcome instanceof Made made) {
                made.files().forEach(out::println);
                return DONE;
            }
            if (outcome instanceof NotYet notYet) {
                return complain(WRONG_USAGE, "date.future", notYet.day(), notYet.today());
            }
            return outcome instanceof BeforeFirst before
                    ? complain(WRONG_USAGE, "date.before", before.day(), before.first())
                    : complain(FAILED, "busy");
        } catch (UncheckedIOException e) {
            return complain(FAILED, "failed", day, e.getCause());
        }
    }

    private int complain(int code, String key, Object... details) {
        err.println(MessageFormat.format(texts.getString(key), details));
        return code;
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
