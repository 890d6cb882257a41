package pl.kurenda.report;

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
import pl.kurenda.report.ReportOutcome.Made;
import pl.kurenda.report.ReportOutcome.NotYet;

/** {@code java -jar kurenda.jar report --date=2026-11-24}: makes the report of a day by hand. */
@Component
public class ReportCommand {
    /** The word that asks for it. */
    public static final String NAME = "report";

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private final DailyReport report;
    private final ResourceBundle texts;
    private final PrintStream out;
    private final PrintStream err;

    /** Speaks the language of the machine. */
    @Autowired
    ReportCommand(DailyReport report) {
        this(report, Locale.getDefault(), System.out, System.err);
    }

    ReportCommand(DailyReport report, Locale locale, PrintStream out, PrintStream err) {
        this.report = report;
        this.texts = ResourceBundle.getBundle(
                "messages.report", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        this.out = out;
        this.err = err;
    }

    /**
     * Makes the report and prints the paths of its files, one a line.
     *
     * @param arguments {@code report --date=yyyy-mm-dd}; options with a dot are settings and none of its business
     * @return exit code: 0 done, 1 could not be made, 2 wrong usage
     */
    public int run(ApplicationArguments arguments) {
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

    private int make(LocalDate day) {
        try {
            ReportOutcome outcome = report.make(day);
            if (outcome instanceof Made made) {
                made.files().forEach(out::println);
                return DONE;
            }
            return outcome instanceof NotYet notYet
                    ? complain(WRONG_USAGE, "date.future", notYet.day(), notYet.today())
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
