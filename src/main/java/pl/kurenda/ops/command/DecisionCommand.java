package pl.kurenda.ops.command;

import java.io.PrintStream;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.decision.DecisionResult;
import pl.kurenda.ledger.decision.Decisions;
import pl.kurenda.ledger.decision.FileDecisions;

/**
 * Runs {@code java -jar kurenda.jar unknown} and {@code held}: lists the reminders that wait for a person, and carries
 * out the person's decision.
 */
public class DecisionCommand {
    /** Command for UNKNOWN reminders. */
    public static final String UNKNOWN = "unknown";
    /** Command for HELD reminders. */
    public static final String HELD = "held";

    private static final int DONE = 0;
    private static final int NOT_ALL_DONE = 1;
    private static final int WRONG_USAGE = 2;
    private static final int SHOWN = 20;

    private final Decisions decisions;
    private final HeldFilesTable files;
    private final Clock clock;
    private final ResourceBundle texts;
    private final PrintStream out;
    private final PrintStream err;

    /** Uses the language of the machine. */
    @Autowired
    DecisionCommand(Decisions decisions, FileDecisions files, Clock clock) {
        this(decisions, files, clock, Locale.getDefault(), System.out, System.err);
    }

    DecisionCommand(
            Decisions decisions, FileDecisions files, Clock clock, Locale locale, PrintStream out, PrintStream err) {
        this.decisions = decisions;
        this.clock = clock;
        this.texts = ResourceBundle.getBundle(
                "messages.decisions", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        this.out = out;
        this.err = err;
        this.files = new HeldFilesTable(files, texts, locale, clock.getZone(), out, err);
    }

    /**
     * Lists the reminders, or carries out a decision.
     *
     * @param arguments {@code unknown} or {@code held}, alone or with one decision about reminders or files,
     *     {@code --why} and optionally {@code --who}; options with a dot are settings and are ignored
     * @return exit code: 0 done, 1 something was left unchanged or refused, 2 wrong usage
     */
    public int run(ApplicationArguments arguments) {
        Optional<DecisionArguments> words = DecisionArguments.of(arguments);
        if (words.isEmpty()) {
            return complain(usage(arguments));
        }
        return words.get()
                .decision()
                .map(decision -> decide(words.get(), decision))
                .orElseGet(() -> list(words.get()));
    }

    private static String usage(ApplicationArguments arguments) {
        return arguments.getNonOptionArgs().contains(HELD) ? "usage.held" : "usage.unknown";
    }

    private int list(DecisionArguments words) {
        boolean noFile = words.state() != ReminderState.HELD || files.list() == 0;
        WaitingTable table = new WaitingTable(texts.getString("columns"), out, clock.getZone());
        decisions.each(words.state(), table::print);
        if (table.isEmpty() && noFile) {
            out.println(texts.getString("none." + words.state()));
        }
        return DONE;
    }

    private int decide(DecisionArguments words, Decision decision) {
        if (words.why().isBlank() || words.why().length() > Actor.LONGEST_WHY) {
            return complain("why.wrong", String.valueOf(Actor.LONGEST_WHY));
        }
        if (words.who().isBlank() || words.who().length() > Actor.LONGEST_WHO) {
            return complain("who.wrong", String.valueOf(Actor.LONGEST_WHO));
        }
        if (words.files()) {
            return decideFiles(words, decision);
        }
        Optional<Set<Long>> ids = words.all() ? Optional.of(listed(words.state())) : words.ids();
        if (ids.isEmpty()) {
            return complain("ids.wrong", words.which());
        }
        return tell(decision, decisions.decide(decision, ids.get(), words.who(), words.why()));
    }

    /**
     * Decides about files. A decision about all files at once is not allowed, because each was held for its own
     * reasons.
     */
    private int decideFiles(DecisionArguments words, Decision decision) {
        Optional<Set<Long>> ids = words.ids();
        if (ids.isEmpty()) {
            return complain("files.wrong", words.which());
        }
        return files.decide(decision, ids.get(), words.who(), words.why()) ? DONE : NOT_ALL_DONE;
    }

    private Set<Long> listed(ReminderState state) {
        Set<Long> ids = new TreeSet<>();
        decisions.each(state, reminder -> ids.add(reminder.id()));
        return ids;
    }

    private int tell(Decision decision, DecisionResult decisionResult) {
        out.println(
                text("done." + decision, String.valueOf(decisionResult.done().size())));
        refuse("elsewhere." + decision, decisionResult.elsewhere());
        refuse("late", decisionResult.late());
        refuse("conflicting", decisionResult.conflicting());
        refuse("witnessed", decisionResult.witnessed());
        return decisionResult.complete() ? DONE : NOT_ALL_DONE;
    }

    private void refuse(String key, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            List<String> shown = ids.stream().limit(SHOWN).map(String::valueOf).toList();
            String more = ids.size() > SHOWN ? ", …" : "";
            err.println(text(key, String.valueOf(ids.size()), String.join(", ", shown) + more));
        }
    }

    private int complain(String key, String... details) {
        err.println(text(key, details));
        return WRONG_USAGE;
    }

    private String text(String key, String... details) {
        return MessageFormat.format(texts.getString(key), (Object[]) details);
    }
}
