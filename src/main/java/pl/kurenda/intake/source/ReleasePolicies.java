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

/** What a file of each source must pass before it is sent: {@code gate.*}, {@code budget.*}, {@code canary.*}. */
@Component
public class ReleasePolicies {
    /** So much of a template is kept. */
    private static final int LONGEST = 2000;

    private final Map<String, ReleasePolicyReader.Read> all = new HashMap<>();
    private final Map<String, String> templates = new HashMap<>();

    /** @throws IllegalArgumentException with a sentence on the key, its value and what is allowed. */
    ReleasePolicies(Environment environment, IntakeSettings settings) {
        Binder binder = Binder.get(environment);
        for (String source : settings.sources().keySet()) {
            all.put(source, new ReleasePolicyReader(binder, source).read());
            String template = settings.sources().get(source).template();
            templates.put(source, template.substring(0, Math.min(LONGEST, template.length())));
        }
    }

    /**
     * @param answered whether the file is an answer dropped again: no export, and never a full one
     * @param noticed by the reader: the file is held for it
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

    /** With the gate switched off, only findings of {@link AlwaysHeld} hold a file. */
    private static Function<BatchFacts, List<Finding>> judge(GateSettings settings, Gate gate, List<Finding> noticed) {
        if (settings.enabled()) {
            return facts ->
                    Stream.concat(noticed.stream(), gate.judge(facts).stream()).toList();
        }
        List<Finding> wrong = noticed.stream().filter(AlwaysHeld::has).toList();
        return wrong.isEmpty() ? null : facts -> wrong;
    }

    /** What its reminders may cost. */
    public ReleasePolicy.Budget budget(Source source) {
        return all.get(source.settingsName()).budget();
    }

    /** Which of its debts are not reminded of, by chance. */
    public HoldOut holdOut(Source source) {
        return all.get(source.settingsName()).holdOut();
    }
}
