package pl.kurenda.intake.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.gate.BatchFacts;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.ledger.gate.ReleasePolicy;

/**
 * The checks that a file of each source must pass before it is sent: {@code gate.*}, {@code budget.*}, {@code
 * canary.*}.
 */
@Component
public class ReleasePolicies {
    /** The most characters kept of a template. */
    private static final int LONGEST = 2000;

    private final Map<String, ReleasePolicyReader.Read> all = new HashMap<>();
    private final Map<String, String> templates = new HashMap<>();

    /**
     * @throws IllegalArgumentException if a setting is wrong; the message names the key, its value and what is allowed
     */
    ReleasePolicies(Environment environment, IntakeSettings settings) {
        Binder binder = Binder.get(environment);
        for (String source : settings.sources().keySet()) {
            all.put(source, new ReleasePolicyReader(binder, source).read());
            String template = settings.sources().get(source).template();
            templates.put(source, template.substring(0, Math.min(LONGEST, template.length())));
        }
    }

    /**
     * @param answered whether the file is a reply file dropped again, which never counts as an export
     * @param noticed findings of the reader, for which the file is held
     */
    public ReleasePolicy of(Source source, boolean answered, List<Finding> noticed) {
        boolean mended = answered || source.channel() == Source.Channel.ROWS;
        ReleasePolicyReader.Read read = all.get(source.settingsName());
        boolean full = read.fullExport() && !mended;
        Gate gate = new Gate(read.gate(), full, mended);
        return new ReleasePolicy(
                judge(read.gate(), gate, noticed),
                read.budget(),
                read.canary(),
                full,
                !mended,
                new ReleasePolicy.Wording(
                        templates.get(source.settingsName()), read.holdOut().percent() > 0));
    }

    /** With the gate switched off, only the findings in {@link AlwaysHeld} hold a file. */
    private static Function<BatchFacts, List<Finding>> judge(GateSettings settings, Gate gate, List<Finding> noticed) {
        if (settings.enabled()) {
            return facts ->
                    Stream.concat(noticed.stream(), gate.judge(facts).stream()).toList();
        }
        List<Finding> wrong = noticed.stream().filter(AlwaysHeld::has).toList();
        return wrong.isEmpty() ? null : facts -> wrong;
    }

    /** The budget for the reminders of the source. */
    public ReleasePolicy.Budget budget(Source source) {
        return all.get(source.settingsName()).budget();
    }

    /** The control group of the source: randomly chosen debts without a reminder. */
    public HoldOut holdOut(Source source) {
        return all.get(source.settingsName()).holdOut();
    }
}
